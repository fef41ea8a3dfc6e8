package dev.kontor.platform.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A long piece of work, as it stands. */
@Schema(name = "Job")
public record JobView(
        @Schema(examples = "customers-019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a") String id,
        @Schema(examples = "customers-bulk") String kind,
        JobState state,
        Progress progress,
        @Schema(description = "Null until the job has ended") Object result,
        @Schema(description = "Null unless the job failed") JobProblem problem) {

    /** How many items of how many have ended. */
    @Schema(name = "JobProgress")
    public record Progress(long done, long total) {}

    @JsonIgnore
    public boolean isFinished() {
        return state.isEnd();
    }
}
