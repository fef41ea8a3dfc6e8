package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of one customer; kept as it is, and said in the reader's language when it is read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(Map<String, Object> details, Refusal refusal) {

    private static final Outcome DONE = new Outcome(null, null);

    /** The problem it was refused with: its code, and what it says of the case. */
    record Refusal(int status, String code, Map<String, Object> members) {}

    static Outcome done() {
        return DONE;
    }

    static Outcome done(Map<String, Object> details) {
        return new Outcome(details, null);
    }

    static Outcome refused(Problem problem) {
        return refused(problem.status(), problem.code(), problem.members());
    }

    static Outcome refused(int status, String code, Map<String, Object> members) {
        return new Outcome(null, new Refusal(status, code, new LinkedHashMap<>(members)));
    }

    boolean isRefused() {
        return refusal != null;
    }
}
