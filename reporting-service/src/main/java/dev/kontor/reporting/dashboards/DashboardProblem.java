package dev.kontor.reporting.dashboards;

import dev.kontor.platform.web.Problem;

/** Why a dashboard stays as it is. */
final class DashboardProblem {

    private DashboardProblem() {}

    /** domain.md rule 29. */
    static Problem notDeletable(String id) {
        return Problem.of(409, "dashboard-not-deletable", id);
    }

    static Problem notEditable(String id) {
        return Problem.of(409, "dashboard-not-editable", id);
    }

    static Problem tooMany(int most) {
        return Problem.of(409, "too-many-dashboards", most);
    }
}
