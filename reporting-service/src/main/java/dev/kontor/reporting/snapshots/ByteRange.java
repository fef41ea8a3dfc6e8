package dev.kontor.reporting.snapshots;

import dev.kontor.platform.web.Problem;
import dev.kontor.reporting.ReportingProblem;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one part of some content that a {@code Range} asks for; both ends belong to it. */
record ByteRange(int first, int last, int length) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * Empty where the whole is to be answered: no range, several, or one that can't be read (RFC 9110, section 14.2).
     *
     * @throws Problem 416 where it lies behind the end
     */
    static Optional<ByteRange> of(String header, int length) {
        var range = ONE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
            return Optional.empty();
        }
        var suffix = range.group(1).isEmpty();
        var end = range.group(2).isEmpty() ? length - 1L : Long.parseLong(range.group(2));
        var first = suffix ? Math.max(0, length - end) : Long.parseLong(range.group(1));
        var last = suffix ? length - 1L : Math.min(end, length - 1L);
        if (!suffix && end < first && !range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (first >= length || (suffix && end == 0)) {
            throw ReportingProblem.RANGE_NOT_SATISFIABLE.problem(length).header("Content-Range", "bytes */" + length);
        }
        return Optional.of(new ByteRange((int) first, (int) last, length));
    }

    /** As {@code Content-Range} says it. */
    @Override
    public String toString() {
        return "bytes " + first + "-" + last + "/" + length;
    }
}
