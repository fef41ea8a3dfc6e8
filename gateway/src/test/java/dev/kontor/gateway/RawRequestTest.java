package dev.kontor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.gateway.policy.PolicyFile;
import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no well-behaved client sends, byte by byte. {@code ~} stands for a line end, {@code ^} for a line
 * feed, {@code §} for a carriage return, {@code ¬} for a tab, {@code ¤} for a zero, {@code TOKEN} for the header of a
 * super-admin, {@code MARK} for what tells this request from others.
 */
@GatewayTest
class RawRequestTest {

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
                // name | status | requests the service sees | what is sent
                "in order                | 200 | 1 | GET /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "length in order         | 200 | 1 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: 2~~{}",
                "chunks in order         | 200 | 1 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: chunked~~2~{}~0~~",
                "length twice            | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: 2~Content-Length: 3~~{}x",
                "length in a list        | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: 2, 3~~{}x",
                "length below zero       | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: -2~~{}",
                "length with a sign      | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: +2~~{}",
                "another encoding        | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: gzip~~",
                "almost chunked          | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: xchunked~~0~~",
                "chunked and more        | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: chunked, identity~~0~~",
                "chunked twice           | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~",
                "chunked in HTTP/1.0     | 400 | 0 | POST /v1/customers?MARK HTTP/1.0~Host: x~TOKEN~Transfer-Encoding: chunked~~0~~",
                "space before the colon  | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding : chunked~~0~~",
                "no version              | 400 | 0 | GET /v1/customers?MARK~Host: x~TOKEN~~",
                "two hosts               | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~Host: y~TOKEN~~",
                "the same host twice     | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~Host: x~TOKEN~~",
                "absolute target         | 200 | 1 | GET http://x/v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "absolute, other host    | 200 | 1 | GET HTTPS://y.example:8443/v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "absolute with a user    | 400 | 0 | GET http://a@x/v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "absolute, two slashes   | 400 | 0 | GET http://x//v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "absolute, no path       | 400 | 0 | GET http://x?MARK HTTP/1.1~Host: x~TOKEN~~",
                "another scheme          | 400 | 0 | GET ftp://x/v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "CONNECT                 | 404 | 0 | CONNECT x:443 HTTP/1.1~Host: x~TOKEN~~",
                "OPTIONS *               | 404 | 0 | OPTIONS * HTTP/1.1~Host: x~TOKEN~~",
                "method in small letters | 405 | 0 | get /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "websocket               | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Connection: Upgrade~Upgrade: websocket~Sec-WebSocket-Version: 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~",
                "websocket, events       | 400 | 0 | GET /v1/jobs/billing-1/events?MARK HTTP/1.1~Host: x~TOKEN~Connection: Upgrade~Upgrade: WebSocket~Sec-WebSocket-Version: 13~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~",
                "two slashes             | 400 | 0 | GET //v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "dots                    | 400 | 0 | GET /v1/x/../customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "escaped dots            | 400 | 0 | GET /v1/%2e%2E/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "escaped slash           | 400 | 0 | GET /v1%2Fcustomers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "matrix parameter        | 400 | 0 | GET /v1/customers;a=b?MARK HTTP/1.1~Host: x~TOKEN~~",
                "backslash               | 400 | 0 | GET /v1\\customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "escaped zero            | 400 | 0 | GET /v1/customers%00?MARK HTTP/1.1~Host: x~TOKEN~~",
                "two tokens              | 401 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~TOKEN~~",
                "no host                 | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~TOKEN~~",
                "line feeds alone        | 400 | 0 | GET /v1/customers?MARK HTTP/1.1^Host: x^TOKEN^^",
                "a carriage return alone | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x§Transfer-Encoding: chunked~TOKEN~~",
                "a zero in a name        | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~X¤A: a~~",
                "a zero in a value       | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Accept: a¤b~~",
                "a tab in the encoding   | 200 | 1 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding:¬chunked~~2~{}~0~~",
                "a name with a tab       | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding¬: chunked~~0~~",
                "no name at all          | 400 | 0 | GET /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~: chunked~~",
                "length in hexadecimal   | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: 0x2~~{}",
                "the same length twice   | 400 | 0 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: 2~Content-Length: 2~~{}",
                "an extension in a chunk | 200 | 1 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: chunked~~2;a=b~{}~0~~",
                "a header in a trailer   | 200 | 1 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Transfer-Encoding: chunked~~2~{}~0~X-Partner-Id: 1~~",
                "a query in the path     | 400 | 0 | GET /v1/customers%3FMARK HTTP/1.1~Host: x~TOKEN~~",
                "two spaces              | 200 | 1 | GET  /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~~",
                "another version         | 501 | 0 | GET /v1/customers?MARK HTTP/9.9~Host: x~TOKEN~~",
                "a request in a body     | 200 | 1 | POST /v1/customers?MARK HTTP/1.1~Host: x~TOKEN~Content-Length: 30~~GET /v1/customers?MARK&b=2 H~~~",
            })
    void meansOneThingOrIsRefused(String name, int status, int seen, String request) throws IOException {
        var mark = "mark=" + Ids.next();
        var answer = send(request.replace("~", "\r\n")
                .replace('^', '\n')
                .replace('§', '\r')
                .replace('¤', '\0')
                .replace('¬', '\t')
                .replace("TOKEN", "Authorization: Bearer " + Cast.partner("partner-super-admin", partner))
                .replace("MARK", mark));
        assertThat(answer).startsWith("HTTP/").contains(" " + status + " ");
        assertThat(Stub.seen(mark)).hasSize(seen);
    }

    /** A bare 400 tells nobody what to mend. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/customers?search=100%      | path-not-acceptable",
                "/v1/customers?search=%zz       | path-not-acceptable",
                "/v1/customers?search=%FF       | path-not-acceptable",
                "/v1/customers?search={a}       | path-not-acceptable",
                "/v1/customers/{id}             | path-not-acceptable",
                "/v1/customers/%                | path-not-acceptable",
                "/v1/%zz                        | path-not-acceptable",
                "/docs?%                        | path-not-acceptable",
                "/%7                            | path-not-acceptable",
                "*                              | not-found",
                "/v1/customers HTTP/1.1~Host: [ | header-not-acceptable",
            })
    void aTargetThatIsNoneIsAProblemToo(String target, String code) throws IOException {
        var token = "~Authorization: Bearer " + Cast.partner("partner-super-admin", partner);
        var line = target.contains(" ") ? target : target + " HTTP/1.1~Host: x";
        for (var who : new String[] {"", token}) {
            for (var method : new String[] {"GET ", "POST ", "DELETE "}) {
                var answer = send((method + line + who + "~Accept-Language: -~~").replace("~", "\r\n"));

                assertThat(answer)
                        .startsWith("HTTP/1.1 4")
                        .contains("application/problem+json", "\"code\":\"" + code + "\"", "traceparent: 00-");
            }
        }
    }

    /** Two lengths at once: the encoding wins, as RFC 9112 (section 6.3) allows, and the service sees only that. */
    @ParameterizedTest
    @CsvSource({"Content-Length: 4~Transfer-Encoding: chunked", "Transfer-Encoding: chunked~Content-Length: 4"})
    void aLengthBesideAnEncodingReachesNobody(String headers) throws IOException {
        var mark = "mark=" + Ids.next();
        var answer = send(("POST /v1/customers?" + mark + " HTTP/1.1~Host: x~Authorization: Bearer "
                        + Cast.partner("partner-super-admin", partner) + "~" + headers + "~~2~{}~0~~")
                .replace("~", "\r\n"));
        var sights = Stub.seen(mark);
        if (answer.contains(" 200 ")) {
            assertThat(sights).singleElement().satisfies(sight -> {
                assertThat(sight.get("body")).isEqualTo("{}");
                assertThat(sight.get("headers").toString()).doesNotContain("content-length");
            });
        } else {
            assertThat(answer).contains(" 400 ");
            assertThat(sights).isEmpty();
        }
    }

    /** RFC 9112, section 9.6: the connection ends, and what was sent behind such a request is no request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, xchunked~~0~~",
                "Transfer-Encoding: xchunked, chunked~~0~~",
                "Transfer-Encoding: xchunked~Transfer-Encoding: chunked~~0~~",
                "Host: y~~",
                "Content-Length: 99999999~~{}"
            })
    void whatSaysCloseCloses(String rest) throws IOException {
        var behind = "mark=" + Ids.next();
        var token = "Authorization: Bearer " + Cast.partner("partner-super-admin", partner);
        var first = "POST /v1/customers HTTP/1.1~Host: x~" + token + "~" + rest;
        var second = "GET /v1/customers?" + behind + " HTTP/1.1~Host: x~" + token + "~~";

        var answers = sendUntilClosed((first + second).replace("~", "\r\n"));

        assertThat(answers).startsWith("HTTP/1.1 4").containsOnlyOnce("HTTP/1.1 ");
        assertThat(Stub.seen(behind)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zz", "-1", "0x2", "fffffffffffffffff"})
    void aChunkOfNoSizeNeverBecomesAWholeRequest(String size) throws IOException {
        var mark = "mark=" + Ids.next();
        send(("POST /v1/customers?" + mark + " HTTP/1.1~Host: x~Authorization: Bearer "
                        + Cast.partner("partner-super-admin", partner) + "~Transfer-Encoding: chunked~~" + size
                        + "~{}~0~~")
                .replace("~", "\r\n"));
        assertThat(Stub.seen(mark)).isEmpty();
    }

    @Test
    void requestsInOneGoAreEachLookedAtForThemselves() throws IOException {
        var first = "mark=" + Ids.next();
        var second = "mark=" + Ids.next();
        var third = "mark=" + Ids.next();
        var token = "Authorization: Bearer " + Cast.partner("partner-super-admin", partner);
        var answers = sendAll(("GET /v1/customers?" + first + " HTTP/1.1~Host: x~" + token + "~~"
                        + "GET /v1/customers?" + second + " HTTP/1.1~Host: x~~"
                        + "GET /v1/customers?" + third + " HTTP/1.1~Host: x~" + token + "~Connection: close~~")
                .replace("~", "\r\n"));
        assertThat(answers)
                .containsSubsequence("HTTP/1.1 200 ", first, "HTTP/1.1 401 ", "HTTP/1.1 200 ", third)
                .doesNotContain(second);
        assertThat(Stub.seen(second)).isEmpty();
    }

    /** Refused before its body was read: what comes then is still that body, or nothing at all. */
    @ParameterizedTest
    @CsvSource({
        "POST /v1/customers?a=b HTTP/1.1~Host: x",
        "POST /v1/no-such-path HTTP/1.1~Host: x~TOKEN",
        "POST /v1/managed-orders HTTP/1.1~Host: x~TOKEN",
        "POST /v1/%2e/customers HTTP/1.1~Host: x~TOKEN",
        "POST /v1/customers HTTP/1.1~Host: x~TOKEN~Content-Length: 7~Transfer-Encoding: chunked",
        "POST /v1/customers HTTP/1.1~Host: x~TOKEN~Upgrade: websocket"
    })
    void theBodyOfARefusedRequestIsNoRequest(String head) throws IOException {
        var mark = "mark=" + Ids.next();
        var token = "Authorization: Bearer " + Cast.partner("partner-super-admin", partner);
        var inside = "GET /v1/customers?" + mark + " HTTP/1.1~Host: x~" + token + "~~";
        int length = inside.replace("~", "\r\n").length();
        var after = "GET /v1/policy HTTP/1.1~Host: x~Connection: close~~";
        var answers = sendAll((head.replace("TOKEN", token) + "~Content-Length: " + length + "~~" + inside + after)
                .replace("~", "\r\n"));
        assertThat(answers).startsWith("HTTP/1.1 4").doesNotContain("HTTP/1.1 200");
        assertThat(Stub.seen(mark)).isEmpty();
    }

    @Test
    void anUpgradeIsRefusedOnEveryRoute() throws IOException {
        for (var route : PolicyFile.load().routes()) {
            var mark = "mark=" + Ids.next();
            var path =
                    route.path().toString().replaceAll("\\{[^}]*}", Ids.next().toString());
            var answer = send((route.method() + " " + path + "?" + mark + " HTTP/1.1~Host: x~Authorization: Bearer "
                            + Cast.partner("partner-super-admin", partner)
                            + "~Connection: Upgrade~Upgrade: websocket~Sec-WebSocket-Version: 13"
                            + "~Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==~~")
                    .replace("~", "\r\n"));
            assertThat(answer).as(route.name()).startsWith("HTTP/1.1 400 ").contains("upgrade-not-supported");
            assertThat(Stub.seen(mark)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Partner-Id",
                "x-partner-id",
                "X_Partner_Id",
                "X-PARTNER-ID",
                "X-Customer-Id",
                "X-Kontor-Passport",
                "X-Forwarded-User",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "X-Method-Override",
                "Forwarded",
                "X-Forwarded-Prefix",
                "X-Real-IP",
                "X-Client-Cert",
                "Proxy-Authorization",
                "Cookie",
                "X-Remote-User",
                "Remote_User",
                "baggage",
                "Authorization2"
            })
    void aHeaderThatPretendsStaysOutside(String name) throws IOException {
        var mark = "mark=" + Ids.next();
        send(("GET /v1/customers?" + mark + " HTTP/1.1~Host: x~Authorization: Bearer "
                        + Cast.partner("partner-super-admin", partner) + "~" + name + ": pretended~~")
                .replace("~", "\r\n"));
        assertThat(Stub.seen(mark))
                .singleElement()
                .satisfies(sight -> assertThat(sight.get("headers").toString()).doesNotContain("pretended"));
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        var mark = "mark=" + Ids.next();
        var answer = send(("POST /v1/customers?" + mark + " HTTP/1.1~Host: x~Authorization: Bearer "
                        + Cast.partner("partner-super-admin", partner) + "~Content-Length: 100000~~{")
                .replace("~", "\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("request-too-slow");
        assertThat(Stub.seen(mark)).isEmpty();
    }

    @Test
    void aHeadWithoutEndIsCutOff() throws IOException {
        var answer = send("GET /v1/customers HTTP/1.1\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    /** Sends the bytes and reads one head, with what of its body came along. */
    private String send(String request) throws IOException {
        return exchange(request, true);
    }

    /** Sends the bytes and reads all that is said to them. */
    private String sendAll(String request) throws IOException {
        return exchange(request, false);
    }

    /** All that comes; a time-out where the connection stays open. */
    private String sendUntilClosed(String request) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String exchange(String request, boolean oneHead) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(5_000);
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            var buffer = new byte[8_192];
            try {
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    if (oneHead && answer.indexOf("\r\n\r\n") > 0) {
                        break;
                    }
                }
            } catch (java.net.SocketTimeoutException kept) {
                // An open connection says no more: what came is all.
            }
            return answer.toString();
        }
    }
}
