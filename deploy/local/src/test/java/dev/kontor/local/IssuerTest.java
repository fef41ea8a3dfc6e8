package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development issuer hands an operator's token to whoever asks on this machine, and to no web page by itself. */
class IssuerTest {

    @TempDir
    Path folder;

    @Test
    void aPageThatNobodyAllowedGetsNoToken() throws Exception {
        var ports = new Ports(freePort());
        var settings = new Issuer.Settings(Duration.ofHours(1), Set.of("http://localhost:5173"));
        try (var issuer = Issuer.start(ports, new Secrets(folder.resolve("secrets")), settings)) {
            assertThat(issuer).isNotNull();
            assertThat(ask(ports, null).statusCode()).isEqualTo(200);
            assertThat(ask(ports, "http://localhost:5173").headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://localhost:5173");

            var refused = ask(ports, "https://evil.example");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(refused.body()).doesNotContain("access_token");
        }
    }

    /** RFC 6749, section 2.3.1: in the header, or in the form. */
    @Test
    void aClientCalledByAPartnersIdGetsATokenForItsSecretAndForNoOther() throws Exception {
        var ports = new Ports(freePort());
        var secrets = new Secrets(folder.resolve("secrets"));
        var partner = "01932c4a-0000-7000-8000-0000000000a1";
        var secret = Clients.of(secrets).secretOf(partner);
        try (var issuer = Issuer.start(ports, secrets, Issuer.Settings.DEFAULT)) {
            assertThat(issuer).isNotNull();
            for (var answer : List.of(
                    byHeader(ports, partner, secret, ""),
                    byForm(ports, "&client_id=" + partner + "&client_secret=" + secret))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                var claims = claims(answer);
                assertThat(claims.path("sub").asText()).isEqualTo("client@" + partner);
                assertThat(claims.path("partner_id").asText()).isEqualTo(partner);
                assertThat(claims.path("gty").asText()).isEqualTo("client-credentials");
                assertThat(claims.path("groups").get(0).asText()).isEqualTo("partner-super-admin");
                assertThat(claims.has("scope")).isFalse();
            }
            assertThat(claims(byHeader(ports, partner, secret, "&scope=customers:read+billing:read"))
                            .path("scope")
                            .asText())
                    .isEqualTo("customers:read billing:read");

            var other = Clients.of(secrets).secretOf("01932c4a-0000-7000-8000-0000000000a2");
            for (var answer : List.of(
                    byHeader(ports, partner, other, ""),
                    byForm(ports, "&client_id=" + partner + "&client_secret=any"),
                    byForm(ports, "&client_id=" + partner))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
                assertThat(Http.JSON.readTree(answer.body()).path("error").asText())
                        .isEqualTo("invalid_client");
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"kontor\"");
            }
        }
    }

    private static JsonNode claims(HttpResponse<String> answer) throws IOException {
        var token = Http.JSON.readTree(answer.body()).path("access_token").asText();
        return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static HttpResponse<String> byHeader(Ports ports, String client, String secret, String more)
            throws Exception {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(form(ports, more).header("Authorization", "Basic " + basic));
    }

    private static HttpResponse<String> byForm(Ports ports, String more) throws Exception {
        return send(form(ports, more));
    }

    private static HttpRequest.Builder form(Ports ports, String more) {
        return HttpRequest.newBuilder(URI.create(ports.issuerUrl() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + more));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> ask(Ports ports, String origin) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ports.issuerUrl() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Tokens.Wish.of(Role.VENDOR_OPERATOR).form()));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** So that the issuer's own, some above it, is most likely free too. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 60_000);
        }
    }
}
