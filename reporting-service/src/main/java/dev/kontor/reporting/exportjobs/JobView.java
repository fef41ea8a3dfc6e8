package dev.kontor.reporting.exportjobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A long piece of work, as it stands. */
@Schema(name = "ReportingJob")
record JobView(
        @Schema(example = "reporting-019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a") String id,
        @Schema(example = "dashboard-export") String kind,
        @Schema(example = "running", description = "queued, running, succeeded or failed") String state,
        Progress progress,
        @Schema(description = "Null until it succeeded") Result result,
        @Schema(description = "Null unless it failed") Object problem) {

    private static final String KIND = "dashboard-export";

    /** How many customers of how many are finished. */
    @Schema(name = "ExportJobProgress")
    record Progress(long done, long total) {}

    /** How many dashboards were frozen and how many customers refused, and where each is listed. */
    @Schema(name = "ExportJobResult")
    record Result(
            long exported,
            long refused,
            @Schema(example = "/v1/dashboard-export-jobs/reporting-019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a/exports")
                    String exports) {}

    static JobView of(ExportJob job, ExportJobItems.Progress progress) {
        String exports = "/v1/dashboard-export-jobs/" + job.publicId() + "/exports";
        return new JobView(
                job.publicId(),
                KIND,
                job.state().text(),
                new Progress(progress.done() + progress.refused(), progress.total()),
                job.state() == ExportJob.State.SUCCEEDED
                        ? new Result(progress.done(), progress.refused(), exports)
                        : null,
                null);
    }

    @JsonIgnore
    boolean isFinished() {
        return result != null;
    }
}
