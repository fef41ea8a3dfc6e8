package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.Route.Audience;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.platform.web.ProblemCatalog;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which problems an operation can answer with, by status: what its form implies, its policy, and its service says. */
final class ProblemCodes {

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");

    private final Map<String, Set<String>> byStatus = new TreeMap<>();

    private ProblemCodes() {}

    static ProblemCodes of(Route route, JsonNode operation, Traits traits, Supplements supplements) {
        var codes = new ProblemCodes();
        codes.addOfEveryRequest();
        codes.addOfPolicy(route);
        codes.addOfInput(route, operation);
        if (traits.guarded()) {
            codes.add("412", "version-conflict");
        }
        codes.addOfService(route, operation, supplements);
        return codes;
    }

    Map<String, Set<String>> byStatus() {
        return byStatus;
    }

    private void add(String status, String... codes) {
        byStatus.computeIfAbsent(status, x -> new TreeSet<>()).addAll(Set.of(codes));
    }

    private void addOfEveryRequest() {
        add(
                "400",
                "path-not-acceptable",
                "framing-not-acceptable",
                "header-not-acceptable",
                "upgrade-not-supported",
                "unknown-parameter");
        add("429", "rate-limited");
        add("500", "internal-error");
    }

    private void addOfPolicy(Route route) {
        if (!route.service().equals(Route.GATEWAY)) {
            add("503", "service-unavailable");
        }
        if (route.audience() == Audience.ANONYMOUS) {
            return;
        }
        add("401", "unauthenticated");
        add("503", "service-unavailable");
        if (route.audience() == Audience.HOLDERS) {
            add("403", "role-required");
        }
        if (!route.permissions().isEmpty()) {
            add("403", "scope-required");
        }
        if (route.program() != null) {
            add("403", "program-required");
        }
        // A launched session needs consent for whatever it does.
        if (route.customerPlane()
                || (mayBeLaunched(route) && route.authorities().isEmpty())) {
            add("403", "partner-assistance-off");
        }
        if (route.customer() != Customer.NONE) {
            add("404", "not-found");
        }
    }

    private static boolean mayBeLaunched(Route route) {
        return route.audience() == Audience.ANY_TOKEN || route.customer() != Customer.NONE;
    }

    private void addOfInput(Route route, JsonNode operation) {
        if (route.path().toString().contains("{")) {
            add("404", "not-found");
        }
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                add("400", "validation-failed");
            }
            if (parameter.path("name").asText().equals("cursor")) {
                add("400", "invalid-cursor");
            }
        }
        if (answersWithContent(operation)) {
            add("406", "not-acceptable");
        }
        var body = operation.path("requestBody").path("content");
        if (body.isEmpty()) {
            if (route.method().equals("POST")) {
                add("409", "idempotency-in-progress", "idempotency-result-not-kept");
                add("422", "idempotency-key-reused");
            }
            return;
        }
        add("400", "validation-failed");
        add("408", "request-too-slow");
        add("413", "too-large");
        add("415", "unsupported-media-type");
        body.fieldNames().forEachRemaining(type -> {
            if (type.contains("json")) {
                add("400", "malformed-json", "unknown-field");
            }
        });
        if (route.method().equals("POST")) {
            add("409", "idempotency-in-progress", "idempotency-result-not-kept");
            add("422", "idempotency-key-reused");
        }
    }

    private static boolean answersWithContent(JsonNode operation) {
        for (var answer : operation.path("responses")) {
            if (!answer.path("content").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A service lists the codes of a status in its description. */
    private void addOfService(Route route, JsonNode operation, Supplements supplements) {
        var known = ProblemCatalog.get().codes();
        operation.path("responses").properties().forEach(answer -> {
            if (answer.getKey().compareTo("400") >= 0) {
                var words = CODE.matcher(answer.getValue().path("description").asText());
                while (words.find()) {
                    if (known.contains(words.group())) {
                        add(answer.getKey(), words.group());
                    }
                }
            }
        });
        supplements
                .codes()
                .getOrDefault(route.name(), Map.of())
                .forEach((status, codes) -> add(status, codes.toArray(String[]::new)));
    }
}
