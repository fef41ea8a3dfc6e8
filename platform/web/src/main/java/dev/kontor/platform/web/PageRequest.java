package dev.kontor.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is asked for: a limit, and the sort values of the last row already seen.
 *
 * <p>A cursor belongs to one order and one set of filters; with others it is refused as {@code invalid-cursor}.
 */
public final class PageRequest {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    private static final int MAX_CURSOR = 2_000;
    private static final String SEPARATOR = "\u001f";

    private final int limit;
    private final List<String> after;
    private final String fingerprint;
    private final boolean counting;

    private PageRequest(int limit, List<String> after, String fingerprint, boolean counting) {
        this.limit = limit;
        this.after = after;
        this.fingerprint = fingerprint;
        this.counting = counting;
    }

    /** Reads what the caller sent; {@code order} is the sort and the filters that shape the list. */
    public static PageRequest of(Integer limit, String cursor, Object... order) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw Problems.invalid(InputError.parameter("limit", "out-of-range", 1, MAX_LIMIT));
        }
        var fingerprint = Integer.toHexString(
                Arrays.hashCode(Arrays.stream(order).map(Objects::toString).toArray()));
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit,
                cursor == null ? null : decode(cursor, fingerprint),
                fingerprint,
                false);
    }

    /** The same, with or without the number of all rows of the list. */
    public PageRequest counting(boolean count) {
        return new PageRequest(limit, after, fingerprint, count);
    }

    boolean isCounting() {
        return counting;
    }

    public int limit() {
        return limit;
    }

    /** How many rows to read: one more than the page holds tells whether there is a next one. */
    public int fetch() {
        return limit + 1;
    }

    /** The sort values of the last row of the page before. */
    public Optional<List<String>> after() {
        return Optional.ofNullable(after);
    }

    /**
     * The last row of the page before, as its list reads it.
     *
     * @throws Problem 400 for a cursor that was tampered with, and can't be read
     */
    public <T> Optional<T> after(Function<List<String>, T> reading) {
        try {
            return after().map(reading);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Problems.invalidCursor();
        }
    }

    String cursorFor(List<String> lastRow) {
        var text = fingerprint + SEPARATOR + String.join(SEPARATOR, lastRow);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> decode(String cursor, String fingerprint) {
        if (cursor.isEmpty() || cursor.length() > MAX_CURSOR) {
            throw Problems.invalidCursor();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var parts = new ArrayList<>(List.of(text.split(SEPARATOR, -1)));
            if (parts.size() < 2 || !parts.remove(0).equals(fingerprint) || text.indexOf('\0') >= 0) {
                throw Problems.invalidCursor();
            }
            return List.copyOf(parts);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Problems.invalidCursor();
        }
    }
}
