package dev.kontor.platform.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Problem;
import java.time.Duration;
import java.util.Map;

/**
 * What became of an item; kept as it is but for its state, and said in the reader's language when it is read.
 *
 * @param details what its kind tells of it, or null
 * @param refusal the problem it was refused with, or null
 * @param after how long until it is tried again, or null where it ended
 */
@JsonIgnoreProperties({"state", "after"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(ItemState state, Map<String, Object> details, Refusal refusal, Duration after) {

    private static final int INTERNAL_ERROR = 500;

    /** A problem: its code, and what it says of the case. */
    public record Refusal(int status, String code, Map<String, Object> members) {}

    public static Outcome done() {
        return done(null);
    }

    public static Outcome done(Map<String, Object> details) {
        return new Outcome(ItemState.DONE, details, null, null);
    }

    public static Outcome refused(Problem problem) {
        return refused(problem.status(), problem.code(), problem.members());
    }

    public static Outcome refused(int status, String code, Map<String, Object> members) {
        return new Outcome(ItemState.REFUSED, null, new Refusal(status, code, members), null);
    }

    /** It was tried often enough. */
    public static Outcome failed(String code) {
        return refused(INTERNAL_ERROR, code, Map.of());
    }

    /** It waits for somebody to release it. */
    public static Outcome held(Map<String, Object> why) {
        return new Outcome(ItemState.HELD, why, null, null);
    }

    /** It is tried again, by whoever has a hand free then. */
    public static Outcome later(Duration after) {
        return new Outcome(ItemState.PENDING, null, null, after);
    }

    /** The problem as a job's answer shows it, or null. */
    public JobProblem problem() {
        return refusal == null ? null : JobProblem.of(refusal);
    }
}
