package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.e2e.EdgeCases.Edge;
import dev.kontor.e2e.RawHttp.Answer;
import dev.kontor.e2e.RawHttp.Request;
import dev.kontor.e2e.RunningSuite.Suite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the document with whatever is really sent to it: always a problem that the document names, or a success
 * of the type that was asked for, and never a bare answer (api.md, "every answer", "strict input").
 *
 * <p>A few of each kind are always sent; {@code -Dkontor.edges} says how many cases an operation else, such as 400, and
 * {@code -Dkontor.edges.seed} chooses others.
 */
@ExtendWith(RunningSuite.class)
class EdgesIT {

    private static final int CASES = Integer.getInteger("kontor.edges", 4);
    private static final long SEED = Long.getLong("kontor.edges.seed", 19);
    private static final int AT_ONCE = 4;
    private static final int TRIES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Suite suite;
    private RawHttp http;
    private String partner;
    /** What is read stays; what is written to may end in any state. */
    private String kept;

    private String spent;

    @Test
    void everyOperationAnswersWhatItsDocumentSays(Suite running) throws Exception {
        suite = running;
        http = new RawHttp(suite.port());
        partner = answered(
                        suite.caller("vendor-operator")
                                .post("/v1/partners", Situation.partner("Edges " + UUID.randomUUID(), "msp-flex")),
                        201)
                .path("id");
        kept = customer();
        spent = customer();
        var operations = PublishedOperation.of(JSON.readTree(
                suite.caller("vendor-operator").get("/openapi.json").asByteArray()));
        assertThat(operations).hasSizeGreaterThan(100);

        var calls = operations.stream()
                .<Callable<List<String>>>map(operation -> () -> faults(operation))
                .toList();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var faults = new ArrayList<String>();
        try {
            for (var found : threads.invokeAll(calls)) {
                faults.addAll(found.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(faults)
                .as("with -Dkontor.edges=" + CASES + " -Dkontor.edges.seed=" + SEED)
                .isEmpty();
    }

    private String customer() {
        return answered(
                        suite.caller("partner-super-admin", "partner_id", partner, "programs", "msp-flex")
                                .post("/v1/customers", Situation.trial("Edges " + UUID.randomUUID())),
                        201)
                .path("id");
    }

    private List<String> faults(PublishedOperation operation) throws IOException {
        var faults = new ArrayList<String>();
        var customer = operation.writes() ? spent : kept;
        var token = token(operation.allowed(), customer);
        boolean vendors = operation.allowed().contains("vendor-operator");
        for (var edge : new EdgeCases(operation, SEED, vendors).first(CASES)) {
            var request = request(operation, edge, customer, token);
            var answer = answer(request);
            var fault = fault(operation, edge, request, answer);
            if (fault != null) {
                faults.add(operation.id() + " with " + edge.name() + ": " + fault + ", answered " + answer.status()
                        + " " + answer.headers().get("content-type") + " " + shortened(answer.text()));
            }
        }
        return faults;
    }

    /** A service that is not there for a moment on a busy machine is no fault of the request. */
    private Answer answer(Request request) throws IOException {
        var answer = http.send(request);
        for (int again = 1; again < TRIES && answer.status() == 503; again++) {
            answer = http.send(request);
        }
        return answer;
    }

    private String token(List<String> allowed, String customer) {
        if (allowed.contains("vendor-operator")) {
            return suite.token("vendor-operator");
        }
        if (allowed.contains("usage-reporter")) {
            return suite.token("usage-reporter");
        }
        if (allowed.equals(List.of("customer-admin"))) {
            return suite.token("customer-admin", "customer_id", customer);
        }
        return suite.token("partner-super-admin", "partner_id", partner, "programs", "msp-flex");
    }

    private static Request request(PublishedOperation operation, Edge edge, String customer, String token) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Authorization", "Bearer " + token);
        if (edge.body() != null) {
            headers.put("Content-Type", operation.bodyType());
        }
        headers.putAll(edge.headers());
        var path = operation.target(name -> switch (name) {
            case "customerId" -> customer;
            // No month that ever ends while this runs.
            case "month" -> "2999-12";
            default -> name.endsWith("Id") ? UUID.randomUUID().toString() : null;
        });
        var query = edge.query().isEmpty() ? "" : "?" + edge.query();
        return new Request(operation.method(), path + edge.path() + query, headers, edge.body());
    }

    /** Null where nothing is wrong with the answer. */
    private static String fault(PublishedOperation operation, Edge edge, Request request, Answer answer)
            throws IOException {
        int status = answer.status();
        var codes = operation.codes(status);
        var type = answer.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        if (status >= 500) {
            return "a fault of ours";
        }
        // A path that was changed may lead to another operation, or to none.
        boolean elsewhere = !edge.path().isEmpty();
        if (codes == null && !elsewhere) {
            return "a status that is not in the document";
        }
        if (status >= 400) {
            return type.equals("application/problem+json") ? undocumented(codes, elsewhere, answer) : "no problem";
        }
        if (edge.mustRefuse()) {
            return "a value of another kind was taken";
        }
        var types = operation.answerTypes(status);
        if (elsewhere || types.isEmpty()) {
            return null;
        }
        return types.contains(type) && isAccepted(request.headers().get("Accept"), type)
                ? null
                : "another type than was asked for";
    }

    private static String undocumented(Set<String> codes, boolean elsewhere, Answer answer) throws IOException {
        JsonNode problem = JSON.readTree(answer.body());
        var code = problem.path("code").asText();
        if (problem.path("status").asInt() != answer.status()
                || problem.path("title").asText().isBlank()) {
            return "half a problem";
        }
        return elsewhere || codes.contains(code) ? null : "a code that is not in the document";
    }

    /** Of the headers that are sent here, those that ask for something. */
    private static boolean isAccepted(String accept, String type) {
        if (accept == null || accept.isEmpty() || accept.contains("*/*") || accept.equals("*")) {
            return true;
        }
        var family = type.substring(0, type.indexOf('/')) + "/*";
        return accept.contains(type) || accept.contains(family);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
