package dev.kontor.reporting.reports;

import dev.kontor.reporting.dashboards.Described;
import java.util.List;
import java.util.Optional;

/** The reports there are, as {@code dashboards/reports.json} describes them. */
final class Reports {

    private static final List<Described> ALL = Described.read("reports.json");

    private Reports() {}

    static List<Described> all() {
        return ALL;
    }

    static Optional<Described> find(String id) {
        return ALL.stream().filter(report -> report.id().equals(id)).findFirst();
    }
}
