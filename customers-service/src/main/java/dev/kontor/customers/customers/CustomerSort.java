package dev.kontor.customers.customers;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.Problems;
import java.util.Arrays;

/** The documented orders of the customer list; each ends in the id, so that pages are stable. */
enum CustomerSort {
    NAME("displayName", "sort_name", false),
    NAME_DESCENDING("-displayName", "sort_name", true),
    CREATED("createdAt", "created_at", false),
    CREATED_DESCENDING("-createdAt", "created_at", true),
    UPDATED("updatedAt", "updated_at", false),
    UPDATED_DESCENDING("-updatedAt", "updated_at", true);

    private final String parameter;
    private final String column;
    private final boolean descending;

    CustomerSort(String parameter, String column, boolean descending) {
        this.parameter = parameter;
        this.column = column;
        this.descending = descending;
    }

    static CustomerSort of(String parameter) {
        if (parameter == null) {
            return NAME;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(InputError.parameter(
                        "sort",
                        "one-of",
                        String.join(
                                ", ",
                                Arrays.stream(values()).map(s -> s.parameter).toList()))));
    }

    String orderBy() {
        var direction = descending ? " desc" : " asc";
        return "c." + column + direction + ", c.id" + direction;
    }

    /** Rows behind the one with the sort value {@code :last} and the id {@code :lastId}. */
    String after() {
        return "(c." + column + ", c.id) " + (descending ? "<" : ">") + " (:last, :lastId)";
    }

    String column() {
        return column;
    }

    /** A cursor's text as the column's type. */
    Object value(String text) {
        return column.equals("sort_name") ? text : Moment.ofCursor(text);
    }
}
