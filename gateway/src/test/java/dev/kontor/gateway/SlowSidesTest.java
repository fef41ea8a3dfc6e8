package dev.kontor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The slower side sets the pace, and the gateway holds no more of a stream than its buffers. */
@GatewayTest
class SlowSidesTest {

    private static final int MIB = 1024 * 1024;
    private static final int PIECE = 16 * 1024;
    /** How many requests one connection may send before the first of them is answered. */
    private static final int AHEAD = 100;

    private final UUID partner = Ids.next();

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void partnerIsKnown() {
        Stub.partner(partner, "msp-flex");
    }

    @Test
    void anAnswerThatNobodyTakesStaysWithItsServiceAndIsThenGivenUp() throws IOException {
        var mark = "mark=" + Ids.next();
        try (var caller = open()) {
            caller.write(get("/v1/customers?stub=flood&" + mark));
            await().until(() -> !Stub.seen(mark + "#gone").isEmpty());
        }
        assertThat(Stub.seen(mark + "#gone")).singleElement().satisfies(gone -> assertThat(
                        ((Number) gone.get("written")).intValue())
                .isBetween(MIB / 16, 64 * MIB));
    }

    @Test
    void aCallerWhoTakesItsAnswerSteadilyIsNotGivenUp() throws IOException {
        try (var caller = open()) {
            caller.write(get("/v1/customers?stub=flood"));
            var piece = ByteBuffer.allocate(MIB);
            for (long taken = 0; taken < 200 * MIB; taken += piece.position()) {
                assertThat(caller.read(piece.clear())).isPositive();
            }
        }
    }

    /** The gateway's own answers too, which have no service that could be held up. */
    @Test
    void requestsSentAheadWaitUntilTheAnswersBeforeThemAreTaken() throws IOException {
        var mark = "mark=" + Ids.next();
        var token = Cast.operator();
        var longAnswers = head("GET /v1/policy", token, 20);
        var shortAnswer = head("HEAD /v1/partners?" + mark, token, 1);
        int sent = 0;
        try (var caller = open()) {
            do {
                caller.write(longAnswers.rewind());
                caller.write(shortAnswer.rewind());
                sent++;
            } while (sent < 100 && isSeen(mark, sent));
            assertThat(sent).isLessThan(100);

            caller.configureBlocking(false);
            int all = sent;
            await().until(() -> {
                caller.read(ByteBuffer.allocate(MIB));
                return Stub.seen(mark).size() == all;
            });
        }
    }

    private static boolean isSeen(String mark, int times) {
        try {
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> Stub.seen(mark).size() == times);
            return true;
        } catch (ConditionTimeoutException waits) {
            return false;
        }
    }

    @Test
    void whoeverSendsEverMoreRequestsAheadIsCutOff() throws IOException {
        var answers = new StringBuilder();
        try (var caller = open()) {
            var many = "GET /v1/policy HTTP/1.1\r\nHost: x\r\n\r\n".repeat(10 * AHEAD);
            caller.write(ByteBuffer.wrap(many.getBytes(StandardCharsets.US_ASCII)));
            var piece = ByteBuffer.allocate(MIB);
            while (caller.read(piece.clear()) > 0) {
                answers.append(StandardCharsets.US_ASCII.decode(piece.flip()));
            }
        } catch (IOException cut) {
            assertThat(cut).hasMessageContaining("reset");
        }
        assertThat(answers.toString().split("HTTP/1.1 401", -1)).hasSizeLessThan(2 * AHEAD);
    }

    /** Over HTTP/2, where a caller hears how much it may send; over HTTP/1.1 much hides in the kernel's buffers. */
    @Test
    void aBodyThatItsServiceDoesNotReadStaysWithItsCallerUntilItDoes() throws Exception {
        int length = 12 * MIB;
        var sent = new AtomicInteger();
        var body = BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(() -> IntStream.range(0, length / PIECE)
                        .peek(piece -> sent.addAndGet(PIECE))
                        .mapToObj(piece -> new byte[PIECE])
                        .iterator()),
                length);
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var first = client.send(request("/v1/customers").build(), HttpResponse.BodyHandlers.discarding());
        assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
        var answer = client.sendAsync(
                request("/v1/rating-previews?stub=unread").POST(body).build(), HttpResponse.BodyHandlers.ofString());

        var before = new AtomicInteger(-1);
        // Longer than the gateway lets a caller be slow: this one is not.
        await().pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> before.getAndSet(sent.get()) == sent.get());
        assertThat(sent.get()).isBetween(PIECE, length - MIB);
        assertThat(answer).isNotDone();

        Stub.read();
        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.get().body()).getInteger("length")).isEqualTo(length);
    }

    private HttpRequest.Builder request(String path) throws URISyntaxException {
        return HttpRequest.newBuilder(gateway.toURI().resolve(path))
                .header("Authorization", "Bearer " + Cast.partner("partner-super-admin", partner));
    }

    private SocketChannel open() throws IOException {
        var channel = SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, 32 * 1024);
        channel.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        return channel;
    }

    private ByteBuffer get(String target) {
        return head("GET " + target, Cast.partner("partner-super-admin", partner), 1);
    }

    private static ByteBuffer head(String request, String token, int times) {
        var head = request + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        return ByteBuffer.wrap(head.repeat(times).getBytes(StandardCharsets.US_ASCII));
    }
}
