package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Asserts that an answer is a whole problem (RFC 9457), and not just some status. */
public final class ProblemAssert {

    private ProblemAssert() {}

    public static ValidatableResponse problem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        var json = response.jsonPath();
        assertThat(json.getString("code")).isEqualTo(code);
        assertThat(json.getString("type")).isEqualTo("/problems/" + code);
        assertThat(json.getInt("status")).isEqualTo(status);
        assertThat(json.getString("title")).isNotBlank().doesNotContain(".title");
        assertThat(json.getString("detail")).isNotBlank().doesNotContain(".detail");
        assertThat(json.getString("instance")).startsWith("/");
        assertThat(json.getString("traceId")).matches("[0-9a-f]{32}");
        return response.then();
    }
}
