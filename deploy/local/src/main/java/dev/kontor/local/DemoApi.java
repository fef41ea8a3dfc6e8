package dev.kontor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The public API as the demo data use it: every refusal ends the start with one line. */
final class DemoApi {

    private final Http http;
    private final Tokens tokens;
    private final String gateway;

    DemoApi(Http http, Ports ports) {
        this.http = http;
        this.tokens = new Tokens(http, ports);
        this.gateway = ports.url(Service.GATEWAY);
    }

    String operator() {
        return tokens.get(Tokens.Wish.of(Role.VENDOR_OPERATOR));
    }

    String reporter() {
        return tokens.get(Tokens.Wish.of(Role.USAGE_REPORTER));
    }

    String superAdmin(String partnerId) {
        return tokens.get(Tokens.Wish.of(Role.PARTNER_SUPER_ADMIN, partnerId, Set.of(DemoData.PROGRAM)));
    }

    JsonNode get(String path, String token) {
        return require("GET", path, http.get(gateway + path, token));
    }

    JsonNode send(String method, String path, String token, JsonNode body) {
        return require(method, path, http.send(method, gateway + path, token, body));
    }

    void sendPicture(String path, String token, byte[] png) {
        require("PUT", path, http.send("PUT", gateway + path, token, "image/png", png));
    }

    /** Waits for a job's end; a failed one is refused like a failed call. */
    JsonNode awaitJob(JsonNode job, String token) {
        JsonNode current = job;
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!current.path("state").asText().equals("succeeded")) {
            if (current.path("state").asText().equals("failed") || System.nanoTime() > deadline) {
                throw new Refusal("Demo data: job " + current.path("id").asText() + " is "
                        + current.path("state").asText() + ": "
                        + current.path("problem").path("detail").asText());
            }
            Pause.millis(100);
            current = get("/v1/jobs/" + job.path("id").asText(), token);
        }
        return current.path("result");
    }

    private static JsonNode require(String method, String path, Http.Answer answer) {
        if (!answer.ok()) {
            throw new Refusal("Demo data: " + method + " " + path + " answered " + answer.problem());
        }
        return answer.json();
    }
}
