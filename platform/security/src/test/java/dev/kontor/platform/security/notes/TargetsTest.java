package dev.kontor.platform.security.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that no client would send through a gateway, as a script inside sends them (api.md, "every answer"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class TargetsTest {

    private static final String BLANK_LINE = "\r\n\r\n";

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "/v1/notes/% 400 validation-failed",
                "/v1/notes?limit=%zz 400 validation-failed",
                "/v1/notes?cursor=50% 400 validation-failed",
                "/v1/notes/{id} 400 validation-failed",
                "/v1/notes?a=|&b=^ 400 validation-failed",
                "/v1/notes?a=\"x\" 400 validation-failed",
                "/v1/notes\\x 400 validation-failed",
                "// 400 validation-failed",
                "http://[::1 400 validation-failed",
                "v1/notes 404 not-found",
                "* 404 not-found"
            })
    void aTargetThatIsNoneIsAProblem(String target, int status, String code) throws IOException {
        var answer = get(target, "de");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        var end = answer.indexOf(BLANK_LINE);
        assertThat(answer.substring(0, end)).containsIgnoringCase("content-type: application/problem+json");
        var problem = new ObjectMapper().readTree(answer.substring(end + BLANK_LINE.length()));
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(answer.substring(0, end)).containsIgnoringCase("content-language: de");
    }

    private String get(String target, String language) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            var request =
                    "GET " + target + " HTTP/1.1\r\nHost: notes\r\nConnection: close\r\nAccept-Language: " + language;
            socket.getOutputStream().write((request + BLANK_LINE).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
