package dev.kontor.reporting;

import dev.kontor.platform.web.ProblemType;

/** What reporting-service refuses by itself. */
public enum ReportingProblem implements ProblemType {
    DASHBOARD_NOT_DELETABLE(409),
    DASHBOARD_NOT_EDITABLE(409),
    EXPORT_QUOTA_REACHED(429),
    PARTNER_ASSISTANCE_OFF(403),
    RANGE_NOT_SATISFIABLE(416),
    STATEMENT_SUMS_DIFFER(422),
    TOO_MANY_DASHBOARDS(409);

    private final int status;

    ReportingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
