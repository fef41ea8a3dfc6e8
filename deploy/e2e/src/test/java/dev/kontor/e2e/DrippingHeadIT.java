package dev.kontor.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A head that drips in holds no connection. Tried on the real process, which is shown its connections as it starts. */
@ExtendWith(RunningSuite.class)
class DrippingHeadIT {

    private static final String BEGUN = "GET /v1/policy HTTP/1.1\r\nHost: x\r\nX-Drip: ";
    private static final String WHOLE = BEGUN + "x\r\n\r\n";

    @Test
    void isCutOffWhileARestingConnectionIsKept(Suite suite) throws IOException {
        try (var fresh = open(suite);
                var used = open(suite);
                var resting = open(suite)) {
            say(fresh, BEGUN);
            say(used, WHOLE + BEGUN);
            say(resting, WHOLE);
            await().atMost(Duration.ofSeconds(40)).until(() -> {
                boolean freshIsClosed = isClosedUnderDrips(fresh);
                return isClosedUnderDrips(used) && freshIsClosed;
            });

            resting.getInputStream().skipNBytes(resting.getInputStream().available());
            say(resting, WHOLE);
            assertThat(new String(resting.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
        }
    }

    private static Socket open(Suite suite) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), suite.port());
        socket.setSoTimeout(500);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static boolean isClosedUnderDrips(Socket socket) {
        try {
            say(socket, "x");
            return socket.getInputStream().read(new byte[65_536]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }
}
