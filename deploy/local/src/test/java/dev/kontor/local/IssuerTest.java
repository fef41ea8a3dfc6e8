package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** As scripts of the vendor's own partner API ask: their id and secret, and nothing of ours. */
    @Test
    void aClientCalledByAPartnersIdIsItsAutomationClient(@TempDir Path folder) throws Exception {
        var ports = new Ports(freePort());
        var data = new DataDirectory(folder);
        data.prepare();
        var partner = "01932c4a-0000-7000-8000-0000000000a1";
        try (var issuer = Issuer.start(ports, data.secrets(), Issuer.Settings.DEFAULT)) {
            assertThat(issuer).isNotNull();
            var basic = Base64.getEncoder().encodeToString((partner + ":s3cret").getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create(ports.issuerUrl() + "/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Authorization", "Basic " + basic)
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var token = Http.JSON.readTree(answer.body()).path("access_token").asText();
            var claims = Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
            assertThat(claims.path("sub").asText()).isEqualTo("client@" + partner);
            assertThat(claims.path("partner_id").asText()).isEqualTo(partner);
            assertThat(claims.path("gty").asText()).isEqualTo("client-credentials");
            assertThat(claims.path("scope").asText()).contains("customers:create", "billing:read");
            assertThat(claims.path("groups").get(0).asText()).isEqualTo("partner-super-admin");
        }
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
