package dev.kontor.licensing.licenses;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The orders a list of licences can have; equal ones by id, so that pages neither skip nor repeat. */
enum LicenseOrder {
    END_DATE("endDate", "endsAt", true),
    END_DATE_LAST("-endDate", "endsAt", false),
    START_DATE("startDate", "startAt", true),
    START_DATE_LAST("-startDate", "startAt", false);

    private final String parameter;
    private final String attribute;
    private final boolean ascending;

    LicenseOrder(String parameter, String attribute, boolean ascending) {
        this.parameter = parameter;
        this.attribute = attribute;
        this.ascending = ascending;
    }

    static LicenseOrder of(String sort) {
        if (sort == null) {
            return END_DATE;
        }
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(sort))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(InputError.parameter("sort", "one-of", all())));
    }

    /** What comes after the row at {@code :lastValue}, {@code :lastId}. */
    String after() {
        return "(l." + attribute + ", l.id) " + (ascending ? ">" : "<") + " (:lastValue, :lastId)";
    }

    String orderBy() {
        var direction = ascending ? "" : " desc";
        return " order by l." + attribute + direction + ", l.id" + direction;
    }

    String lastValue(LicenseRow row) {
        return (attribute.equals("endsAt") ? row.endsAt() : row.startAt()).toString();
    }

    private static String all() {
        return Arrays.stream(values()).map(order -> order.parameter).collect(Collectors.joining(", "));
    }
}
