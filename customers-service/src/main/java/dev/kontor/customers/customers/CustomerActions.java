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

/** What a caller may do with a customer, and if not, the code it would be refused with; pure. */
final class CustomerActions {

    private CustomerActions() {}

    /** Whether one action is allowed; {@code reason} is the problem code otherwise. */
    @Schema(name = "Action", requiredProperties = "allowed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(boolean allowed, String reason) {

        static final Action ALLOWED = new Action(true, null);

        static Action refused(ProblemType problem) {
            return new Action(false, problem.code());
        }
    }

    /** What the answer depends on. */
    record Facts(Predicate<String> may, boolean managed, boolean assistanceOn) {}

    static Map<String, Action> of(Facts facts) {
        var actions = new TreeMap<String, Action>();
        actions.put("rename", editing(facts));
        actions.put("changeContact", editing(facts));
        actions.put("launch", inside(facts, "customers:launch"));
        actions.put("viewDashboards", inside(facts, "reports:export"));
        actions.put("changeLogo", inside(facts, "branding:manage"));
        actions.put("manageGroups", permitted(facts, "groups:manage"));
        actions.put("requestAssistance", permitted(facts, "assistance:request"));
        return actions;
    }

    /** Rule 7, by the answer that also enforces it. */
    static Action disconnect(Predicate<String> may, DisconnectEligibility eligibility) {
        if (!may.test("customers:disconnect")) {
            return Action.refused(CommonProblem.ROLE_REQUIRED);
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

    private static Action permitted(Facts facts, String permission) {
        return facts.may().test(permission) ? Action.ALLOWED : Action.refused(CommonProblem.ROLE_REQUIRED);
    }
}
