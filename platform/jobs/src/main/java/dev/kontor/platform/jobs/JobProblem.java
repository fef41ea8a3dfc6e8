package dev.kontor.platform.jobs;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.kontor.platform.web.CommonProblem;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem inside a job's answer: its page, its code, and what it says of the case. */
@Schema(name = "JobProblem")
public record JobProblem(
        @Schema(examples = "/problems/not-found") String type,
        int status,
        @Schema(examples = "not-found") String code,
        @JsonAnyGetter Map<String, Object> members) {

    static final JobProblem CANCELLED =
            of(new Outcome.Refusal(CommonProblem.JOB_CANCELLED.status(), CommonProblem.JOB_CANCELLED.code(), Map.of()));

    static JobProblem of(Outcome.Refusal refusal) {
        return new JobProblem(
                "/problems/" + refusal.code(),
                refusal.status(),
                refusal.code(),
                refusal.members() == null ? Map.of() : refusal.members());
    }
}
