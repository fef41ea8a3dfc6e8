package dev.kontor.gateway;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.GatewayStage;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.PackagedService;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway as a process that is shown its connections as it starts, is killed, and is told to stop. */
class ProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LENGTH = 20_000;
    private static final String BEGUN = "GET /v1/policy HTTP/1.1\r\nHost: x\r\nX-Drip: ";
    private static final String WHOLE = BEGUN + "x\r\n\r\n";

    @RegisterExtension
    static final PackagedService GATEWAY =
            new PackagedService(Map.of("kontor.heads.timeout", "PT2S"), new GatewayStage());

    private final UUID partner = Ids.next();
    private final UUID customer = Ids.next();
    private final String token = Cast.partner("partner-super-admin", partner);
    private int answered;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    @Test
    void aCrashForgetsNoConsentAndLosesNoEntryOfTheAccessLog() {
        consent("on", 1);
        dashboards().then().statusCode(200);
        consent("off", 2);
        await().atMost(PATIENCE).until(() -> dashboards().statusCode() == 403);
        problem(dashboards(), 403, "partner-assistance-off");

        GATEWAY.kill();

        problem(dashboards(), 403, "partner-assistance-off");
        consent("on", 3);
        await().atMost(PATIENCE).until(() -> dashboards().statusCode() == 200);
        var entries = Facts.collect("kontor.access.v1", record -> record.key().equals(customer.toString()), answered);
        var reasons = entries.stream()
                .map(record -> JsonPath.from(record.value()).getString("state.reason"))
                .toList();
        assertThat(reasons)
                .startsWith((String) null)
                .contains("partner-assistance-off")
                .endsWith((String) null);
    }

    @Test
    void toldToStopItEndsTheUploadThatIsUnderWayAndBeginsNothingMore() throws IOException {
        try (var upload = open()) {
            say(upload, request("PUT /v1/partner/logo?stub=no-content", "Expect: 100-continue", LENGTH));
            assertThat(status(upload)).isEqualTo("HTTP/1.1 100");
            upload.getInputStream().skipNBytes(upload.getInputStream().available());

            GATEWAY.terminate(() -> {
                await().until(() -> !isServed());
                assertThat(completed(upload)).isEqualTo("HTTP/1.1 204");
            });
        }
        assertThat(Stub.seen("/v1/partner/logo"))
                .extracting(seen -> seen.get("length"))
                .isEqualTo(List.of(LENGTH));
        assertThat(isServed()).isTrue();
    }

    @Test
    void aHeadThatDripsInIsCutOffWhileARestingConnectionIsKept() throws IOException {
        try (var fresh = open();
                var used = open();
                var resting = open()) {
            say(fresh, BEGUN);
            say(used, WHOLE + BEGUN);
            say(resting, WHOLE);
            await().atMost(PATIENCE).until(() -> {
                boolean freshIsClosed = isClosedUnderDrips(fresh);
                return isClosedUnderDrips(used) && freshIsClosed;
            });

            resting.getInputStream().skipNBytes(resting.getInputStream().available());
            say(resting, WHOLE);
            assertThat(status(resting)).isEqualTo("HTTP/1.1 401");
        }
    }

    /** RFC 9112, section 5.2: by a space or a tab, in one piece or in two. */
    @Test
    void aHeaderInTwoLinesIsRefused() throws IOException {
        for (var folded : List.of("x\r\n y\r\n\r\n", "x\r\n\ty\r\n\r\n")) {
            try (var whole = open();
                    var pieces = open()) {
                say(whole, BEGUN + folded);
                assertThat(status(whole)).isEqualTo("HTTP/1.1 400");
                say(pieces, BEGUN + "x\r\n");
                say(pieces, folded.substring(3));
                assertThat(status(pieces)).isEqualTo("HTTP/1.1 400");
            }
        }
    }

    private Response dashboards() {
        var answer =
                given().header("Authorization", "Bearer " + token).get("/v1/customers/" + customer + "/dashboards");
        if (answer.statusCode() < 500) {
            answered++;
        }
        return answer;
    }

    /** The owner decides so, and tells it. */
    private void consent(String onOff, int version) {
        Stub.customer(customer, partner, onOff, version, false);
        Stub.consent(customer, partner, onOff, version).send(partner);
    }

    private boolean isServed() {
        try (var socket = open()) {
            say(socket, request("GET /v1/whoami", "Connection: close", 0));
            return status(socket).equals("HTTP/1.1 200");
        } catch (IOException refused) {
            return false;
        }
    }

    private String request(String what, String header, int length) {
        return String.join(
                "\r\n",
                what + " HTTP/1.1",
                "Host: x",
                "Authorization: Bearer " + token,
                "Content-Type: image/png",
                "Content-Length: " + length,
                header,
                "",
                "");
    }

    private static Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }

    private static String completed(Socket upload) {
        try {
            upload.getOutputStream().write(new byte[LENGTH]);
            return status(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClosedUnderDrips(Socket socket) {
        try {
            socket.setSoTimeout(200);
            say(socket, "x");
            return socket.getInputStream().read(new byte[65_536]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }
}
