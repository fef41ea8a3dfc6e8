package dev.kontor.billing.partnerapi;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The last row of a page. Corrections come before the month's own lines, each in the order of the statement.
 *
 * @param statement its number: a key of one that was taken back meanwhile does not lead into the next
 * @param own whether it is a line of the month itself
 */
record UsageKey(String statement, boolean own, int line) {

    private static final Pattern FORM = Pattern.compile("(.{1,100})\\.([01])\\.([0-9]{1,9})");

    /** Before the first. */
    static UsageKey before(String statement) {
        return new UsageKey(statement, false, -1);
    }

    /** Reads what {@link #text} wrote; null or blank is before the first. */
    static UsageKey of(String text, String statement) {
        if (text == null || text.isBlank()) {
            return before(statement);
        }
        var parts = FORM.matcher(text);
        if (!parts.matches() || !parts.group(1).equals(statement)) {
            throw invalid();
        }
        return new UsageKey(statement, parts.group(2).equals("1"), Integer.parseInt(parts.group(3)));
    }

    String text() {
        return statement + "." + (own ? 1 : 0) + "." + line;
    }

    private static Problem invalid() {
        return CommonProblem.INVALID_CURSOR
                .problem()
                .withErrors(List.of(InputError.parameter("pageFromKey", "invalid-cursor")));
    }
}
