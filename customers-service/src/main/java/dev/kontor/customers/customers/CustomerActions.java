package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a caller may do with a customer that would change something now, and if not, the code it would be refused with or
 * what is there already; pure.
 */
final class CustomerActions {

    private CustomerActions() {}

    /** Whether one action is allowed and would change something; {@code reason} is a code otherwise. */
    @Schema(
            name = "CustomerAction",
            description = "Whether an action is allowed, and would change something now",
            requiredProperties = "allowed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            @Schema(description = "Whether the call would be accepted") boolean allowed,
            @Schema(description = "Why not: the problem code of the refusal") String reason) {

        static final Action ALLOWED = new Action(true, null);

        static Action refused(ProblemType problem) {
            return new Action(false, problem.code());
        }

        /** The call would be answered, and nothing would be another than before. */
        static Action idle(String reason) {
            return new Action(false, reason);
        }
    }

    /** What the answer depends on. */
    record Facts(Predicate<String> may, boolean managed, boolean assistanceOn, boolean assistanceRequested) {}

    static Map<String, Action> of(Facts facts) {
        var actions = new TreeMap<String, Action>();
        actions.put("rename", editing(facts));
        actions.put("changeContact", editing(facts));
        actions.put("launch", inside(facts, "customers:launch"));
        actions.put("viewDashboards", inside(facts, "reports:export"));
        actions.put("changeLogo", inside(facts, "branding:manage"));
        actions.put("manageGroups", permitted(facts, "groups:manage"));
        actions.put("requestAssistance", asking(facts));
        return actions;
    }

    /** Rule 7, by the answer that also enforces it; {@code scheduled} where it will leave without another word. */
    static Action disconnect(Predicate<String> may, DisconnectEligibility eligibility, boolean scheduled) {
        if (!may.test("customers:disconnect")) {
            return Action.refused(CommonProblem.ROLE_REQUIRED);
        }
        if (scheduled) {
            return Action.idle("disconnect-scheduled");
        }
        return eligibility.eligible()
                ? Action.ALLOWED
                : Action.refused(eligibility.reasons().get(0));
    }

    private static Action editing(Facts facts) {
        var permitted = permitted(facts, "customers:write");
        return permitted.allowed() && facts.managed()
                ? Action.refused(CustomersProblem.MANAGED_ORDER_READ_ONLY)
                : permitted;
    }

    private static Action inside(Facts facts, String permission) {
        var permitted = permitted(facts, permission);
        return permitted.allowed() && !facts.assistanceOn()
                ? Action.refused(CustomersProblem.PARTNER_ASSISTANCE_OFF)
                : permitted;
    }

    /** Rule 13: there is nothing to ask for where it is on, and asking twice is asking once. */
    private static Action asking(Facts facts) {
        var permitted = permitted(facts, "assistance:request");
        if (!permitted.allowed()) {
            return permitted;
        }
        if (facts.assistanceOn()) {
            return Action.idle("assistance-already-on");
        }
        return facts.assistanceRequested() ? Action.idle("assistance-already-requested") : Action.ALLOWED;
    }

    private static Action permitted(Facts facts, String permission) {
        return facts.may().test(permission) ? Action.ALLOWED : Action.refused(CommonProblem.ROLE_REQUIRED);
    }
}
