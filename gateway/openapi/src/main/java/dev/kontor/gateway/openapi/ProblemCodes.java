package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.Route.Audience;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which problems an operation can answer with, by status: what its form implies, its policy, and its service says. */
final class ProblemCodes {

    private final Map<String, Set<String>> byStatus = new TreeMap<>();

    private ProblemCodes() {}

    static ProblemCodes of(Route route, JsonNode operation, Traits traits) {
        var codes = new ProblemCodes();
        codes.addOfEveryRequest();
        codes.addOfPolicy(route);
        codes.addOfInput(route, operation);
        if (traits.guarded()) {
            codes.add(CommonProblem.VERSION_CONFLICT);
        }
        if (traits.located() && route.method().equals("POST")) {
            // What was made with the same key before, and is out of the caller's sight meanwhile.
            codes.add(CommonProblem.NOT_FOUND);
        }
        codes.addOfService(operation);
        return codes;
    }

    Map<String, Set<String>> byStatus() {
        return byStatus;
    }

    private void add(ProblemType... problems) {
        for (var problem : problems) {
            add(Integer.toString(problem.status()), problem.code());
        }
    }

    private void add(String status, String code) {
        byStatus.computeIfAbsent(status, x -> new TreeSet<>()).add(code);
    }

    private void addOfEveryRequest() {
        add(
                GatewayProblem.PATH_NOT_ACCEPTABLE,
                GatewayProblem.FRAMING_NOT_ACCEPTABLE,
                GatewayProblem.HEADER_NOT_ACCEPTABLE,
                GatewayProblem.UPGRADE_NOT_SUPPORTED,
                CommonProblem.UNKNOWN_PARAMETER);
        add(GatewayProblem.RATE_LIMITED);
        add(CommonProblem.INTERNAL_ERROR);
    }

    private void addOfPolicy(Route route) {
        if (!route.service().equals(Route.GATEWAY)) {
            add(CommonProblem.SERVICE_UNAVAILABLE, CommonProblem.TOO_MANY_CALLS);
        }
        if (route.audience() == Audience.ANONYMOUS) {
            return;
        }
        // Whoever is blocked everywhere is blocked whatever it is.
        add(CommonProblem.UNAUTHENTICATED, CommonProblem.SUBJECT_BLOCKED);
        add(CommonProblem.SERVICE_UNAVAILABLE);
        if (route.audience() == Audience.HOLDERS) {
            add(CommonProblem.ROLE_REQUIRED);
        }
        if (!route.permissions().isEmpty()) {
            add(GatewayProblem.SCOPE_REQUIRED);
        }
        if (route.program() != null) {
            add(CommonProblem.PROGRAM_REQUIRED);
        }
        if (isForPartners(route) && !route.openWhileSuspended()) {
            add(CommonProblem.PARTNER_SUSPENDED);
        }
        // A launched session needs consent for whatever it does.
        if (route.customerPlane()
                || (mayBeLaunched(route) && route.authorities().isEmpty())) {
            add(GatewayProblem.PARTNER_ASSISTANCE_OFF);
        }
        if (route.customer() != Customer.NONE) {
            add(CommonProblem.NOT_FOUND);
        }
    }

    private static boolean isForPartners(Route route) {
        return route.audience() == Audience.ANY_TOKEN || !route.permissions().isEmpty();
    }

    private static boolean mayBeLaunched(Route route) {
        return route.audience() == Audience.ANY_TOKEN || route.customer() != Customer.NONE;
    }

    private void addOfInput(Route route, JsonNode operation) {
        if (route.path().toString().contains("{")) {
            add(CommonProblem.NOT_FOUND);
        }
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                add(CommonProblem.VALIDATION_FAILED);
            }
            // An id that is none is an id that nobody has; a month that is none is a mistake.
            if (parameter.path("schema").has("pattern")
                    || parameter.at("/schema/$ref").asText().endsWith("/Month")) {
                add(CommonProblem.VALIDATION_FAILED);
            }
            if (parameter.path("name").asText().equals("cursor")) {
                add(CommonProblem.INVALID_CURSOR);
            }
        }
        // Also where the answer has no content: what it would be refused with has.
        add(CommonProblem.NOT_ACCEPTABLE);
        var body = operation.path("requestBody").path("content");
        if (body.isEmpty()) {
            if (route.method().equals("POST")) {
                // An Idempotency-Key has its bounds.
                add(CommonProblem.VALIDATION_FAILED);
                add(CommonProblem.IDEMPOTENCY_IN_PROGRESS, CommonProblem.IDEMPOTENCY_RESULT_NOT_KEPT);
                add(CommonProblem.IDEMPOTENCY_KEY_REUSED, CommonProblem.IDEMPOTENCY_QUOTA_REACHED);
            }
            return;
        }
        add(CommonProblem.VALIDATION_FAILED);
        add(GatewayProblem.REQUEST_TOO_SLOW);
        add(CommonProblem.TOO_LARGE);
        add(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        body.fieldNames().forEachRemaining(type -> {
            if (type.contains("json")) {
                add(CommonProblem.MALFORMED_JSON, CommonProblem.UNKNOWN_FIELD);
            }
        });
        if (route.method().equals("POST")) {
            add(CommonProblem.IDEMPOTENCY_IN_PROGRESS, CommonProblem.IDEMPOTENCY_RESULT_NOT_KEPT);
            add(CommonProblem.IDEMPOTENCY_KEY_REUSED, CommonProblem.IDEMPOTENCY_QUOTA_REACHED);
        }
    }

    /** What its {@code @Refuses} lists. */
    private void addOfService(JsonNode operation) {
        operation.path("responses").properties().forEach(answer -> answer.getValue()
                .path(PublishedOperation.CODES)
                .forEach(code -> add(answer.getKey(), code.asText())));
    }
}
