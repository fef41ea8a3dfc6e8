package dev.kontor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Http2Client;
import dev.kontor.gateway.stage.Http2Client.Field;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What HTTP/2 can carry and HTTP/1.1, which the services speak, would read as something else. {@code §} stands for a carriage
 * return, {@code ^} for a line feed, {@code ¤} for a zero, {@code _} for a space.
 */
@GatewayTest
class RawHttp2Test {

    private final UUID partner = Ids.next();

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // name | answer | requests the service sees | method | path | body | further fields
                "in order               | 200        | 1 | GET  | /v1/customers?MARK |       | ",
                "a body in order        | 200        | 1 | POST | /v1/customers?MARK | {}    | content-length=2",
                "a body without length  | 200        | 1 | POST | /v1/customers?MARK | {}    | ",
                "more than its length   | not 2xx    | 0 | POST | /v1/customers?MARK | {}GET | content-length=2",
                "less than its length   | not 2xx    | 0 | POST | /v1/customers?MARK | {}    | content-length=9",
                "a length in words      | not 2xx    | 0 | POST | /v1/customers?MARK | {}    | content-length=two",
                "two lengths            | not 2xx    | 0 | POST | /v1/customers?MARK | {}    | content-length=2 content-length=3",
                "chunked                | not 2xx    | 0 | POST | /v1/customers?MARK | {}    | transfer-encoding=chunked",
                "a line in the path     | not 2xx    | 0 | GET  | /v1/customers?MARK_HTTP/1.1§^X-A:_b |  | ",
                "a line in the method   | not 2xx    | 0 | GET_/v1/customers_HTTP/1.1§^X: | /v1/customers?MARK |  | ",
                "a space in the method  | not 2xx    | 0 | GE_T | /v1/customers?MARK |       | ",
                "a line in a value      | reset      | 0 | GET  | /v1/customers?MARK |       | accept=a§^x-partner-id:_1",
                "a line feed in a value | reset      | 0 | GET  | /v1/customers?MARK |       | accept=a^x-partner-id:_1",
                "a return in a value    | reset      | 0 | GET  | /v1/customers?MARK |       | accept=a§",
                "a zero in a value      | reset      | 0 | GET  | /v1/customers?MARK |       | accept=a¤",
                "a line in a name       | reset      | 0 | GET  | /v1/customers?MARK |       | accept:_a§^x-partner-id=1",
                "a colon in a name      | reset      | 0 | GET  | /v1/customers?MARK |       | accept:=1",
                "large letters          | not 2xx    | 0 | GET  | /v1/customers?MARK |       | X-Partner-Id=1",
                "dots                   | not 2xx    | 0 | GET  | /v1/x/../customers?MARK |  | ",
                "two slashes            | not 2xx    | 0 | GET  | //v1/customers?MARK |      | ",
                "an absolute path       | not 2xx    | 0 | GET  | http://x/v1/customers?MARK | | ",
                "no path                | not 2xx    | 0 | GET  |                    |       | ",
                "a second path          | not 2xx    | 0 | GET  | /v1/customers?MARK |       | :path=/v1/partners",
                "an upgrade             | not 2xx    | 0 | GET  | /v1/customers?MARK |       | upgrade=websocket",
                "a websocket            | not 2xx    | 0 | CONNECT | /v1/customers?MARK |    | :protocol=websocket",
                "another host           | not 2xx    | 0 | GET  | /v1/customers?MARK |       | host=pretended",
                "a header that pretends | 200        | 1 | GET  | /v1/customers?MARK |       | x-partner-id=pretended",
            })
    void meansOneThingOrIsRefused(
            String name, String answer, int seen, String method, String path, String body, String further)
            throws Exception {
        var mark = "mark=" + Ids.next();
        var fields = new ArrayList<>(List.of(
                new Field(":method", spelled(method)),
                new Field(":scheme", "http"),
                new Field(":authority", "x"),
                new Field(":path", path == null ? "" : spelled(path.replace("MARK", mark))),
                new Field("authorization", "Bearer " + Cast.partner("partner-super-admin", partner))));
        for (var field : further == null ? new String[0] : further.split(" ", -1)) {
            var parts = field.split("=", 2);
            fields.add(parts[0].startsWith(":") ? 0 : fields.size(), new Field(spelled(parts[0]), spelled(parts[1])));
        }
        try (var client = new Http2Client(gateway.getHost(), gateway.getPort())) {
            var heard = client.send(fields, body);
            if (answer.equals("not 2xx")) {
                assertThat(heard).doesNotStartWith("2");
            } else {
                assertThat(heard).isEqualTo(answer);
            }
        }
        assertThat(Stub.seen(mark))
                .hasSize(seen)
                .allSatisfy(sight -> assertThat(sight.get("headers").toString()).doesNotContain("pretended"));
    }

    private static String spelled(String text) {
        return text.replace('§', '\r').replace('^', '\n').replace('_', ' ').replace('¤', '\0');
    }
}
