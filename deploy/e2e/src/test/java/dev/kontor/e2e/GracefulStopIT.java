package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that is told to stop finishes what it has begun, and begins nothing more. */
@ExtendWith(RunningSuite.class)
class GracefulStopIT {

    @Test
    void anUploadThatIsUnderWayComesToItsEnd(Suite suite) throws IOException {
        var token = suite.token("partner-super-admin", "--partner", aPartner(suite));
        var logo = Situation.logo(Color.RED);
        try (var upload = open(suite)) {
            say(upload, "PUT /v1/partner/logo HTTP/1.1", token, "Expect: 100-continue", logo.length);
            assertThat(status(upload)).isEqualTo("HTTP/1.1 100");
            upload.getInputStream().skipNBytes(upload.getInputStream().available());

            suite.terminate("gateway", () -> {
                await().until(() -> !isServed(suite, token));
                assertThat(completed(upload, logo)).isEqualTo("HTTP/1.1 204");
            });
        }
        answered(new Caller(suite.url(), token).get("/v1/partner/logo"), 200);
    }

    private static String aPartner(Suite suite) {
        var operator = new Caller(suite.url(), suite.token("vendor-operator"));
        return answered(
                        operator.post("/v1/partners", Situation.partner("Stopped " + UUID.randomUUID(), "msp-flex")),
                        201)
                .jsonPath()
                .getString("id");
    }

    private static String completed(Socket upload, byte[] logo) {
        try {
            upload.getOutputStream().write(logo);
            return status(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isServed(Suite suite, String token) {
        try (var socket = open(suite)) {
            say(socket, "GET /v1/whoami HTTP/1.1", token, "Connection: close", 0);
            return status(socket).equals("HTTP/1.1 200");
        } catch (IOException refused) {
            return false;
        }
    }

    private static Socket open(Suite suite) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), suite.port());
    }

    private static void say(Socket socket, String request, String token, String header, int length) throws IOException {
        var head = String.join(
                "\r\n",
                request,
                "Host: x",
                "Authorization: Bearer " + token,
                "Content-Type: image/png",
                "Content-Length: " + length,
                header,
                "",
                "");
        socket.getOutputStream().write(head.getBytes(US_ASCII));
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }
}
