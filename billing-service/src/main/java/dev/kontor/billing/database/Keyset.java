package dev.kontor.billing.database;

import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The last row a caller has seen, out of its cursor. */
public final class Keyset {

    private Keyset() {}

    /** Empty on the first page; a cursor that was tampered with is refused like any other bad one. */
    public static <T> Optional<T> after(PageRequest page, Function<List<String>, T> reader) {
        try {
            return page.after().map(reader);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Problems.invalidCursor();
        }
    }
}
