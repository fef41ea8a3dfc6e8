package dev.kontor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP/1.1 and HTTP/2 clients get the same; the latter begin with an offer to upgrade. */
@GatewayTest
class ProtocolTest {

    private final UUID partner = Ids.next();

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.toString().replaceAll("/$", "") + path))
                .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner));
    }

    @ParameterizedTest
    @EnumSource
    void requestsWithAndWithoutABodyArriveWhole(HttpClient.Version version) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(version).build();
        var text = HttpResponse.BodyHandlers.ofString();

        for (int i = 0; i < 2; i++) {
            var read = client.send(request("/v1/customers").build(), text);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(read.body()).getJsonObject("headers").getString("upgrade"))
                    .isNull();

            var known = BodyPublishers.ofString("{\"a\":1}");
            var written = client.send(request("/v1/customers").POST(known).build(), text);
            assertThat(written.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(written.body()).getString("body")).isEqualTo("{\"a\":1}");

            var streamed = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300_000]));
            var put = client.send(request("/v1/partner/logo").PUT(streamed).build(), text);
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(put.body()).getInteger("length")).isEqualTo(300_000);

            var deleted = client.send(request("/v1/partner/logo").DELETE().build(), text);
            assertThat(deleted.statusCode()).isEqualTo(200);

            var tooMuch = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[13 * 1024 * 1024]));
            assertThat(refusedOrCut(
                            client, request("/v1/partner/logo").PUT(tooMuch).build()))
                    .isEqualTo(413);
        }
    }

    /** A client in the middle of its body may meet the closed connection before it reads the answer. */
    private static int refusedOrCut(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException cut) {
            return 413;
        }
    }
}
