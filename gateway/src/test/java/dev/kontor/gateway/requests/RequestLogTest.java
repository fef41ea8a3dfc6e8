package dev.kontor.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.requests.RequestLog.Format;
import io.quarkus.runtime.ShutdownEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final UUID PARTNER = UUID.fromString("01930000-0000-7000-8000-000000000001");

    private final List<String> lines = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            line.getMessage().lines().forEach(lines::add);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(RequestLog.CATEGORY).addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(RequestLog.CATEGORY).removeHandler(listener);
    }

    private static FinishedRequest request(String path, String kind, UUID partner) {
        return new FinishedRequest(
                "GET", path, "GET /v1/customers", 200, 1_234_567, 42, "192.0.2.7", kind, partner, "4bf9");
    }

    private static void write(Format format, FinishedRequest request) {
        var log = new RequestLog(format);
        log.write(request);
        log.flush();
    }

    @Test
    void aRequestIsOneLine() {
        write(Format.TEXT, request("/v1/customers", "partner", PARTNER));
        assertThat(lines)
                .singleElement()
                .asString()
                .endsWith(" 192.0.2.7 GET /v1/customers 200 1234us 42B partner " + PARTNER + " trace=4bf9");
    }

    @Test
    void whatNobodyIsKnownOfIsADashAndNoPathMakesASecondLine() {
        write(Format.TEXT, request("/v1/\r\nforged", null, null));
        assertThat(lines).singleElement().asString().contains(" /v1/??forged ").contains(" - - ");
    }

    @Test
    void asJsonItCanBeReadBack() throws Exception {
        write(Format.JSON, request("/v1/\"\n", "partner", PARTNER));
        var line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.path("path").asText()).isEqualTo("/v1/\"\n");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("micros").asInt()).isEqualTo(1234);
        assertThat(line.path("partnerId").asText()).isEqualTo(PARTNER.toString());
        assertThat(line.path("traceId").asText()).isEqualTo("4bf9");
        assertThat(lines).hasSize(1);
    }

    @Test
    void itCanBeSwitchedOff() {
        write(Format.NONE, request("/v1/customers", "partner", PARTNER));
        assertThat(lines).isEmpty();
    }

    @Test
    void linesWaitForEachOtherButNoMoreOfThemThanGoOutInOnePiece() {
        var log = new RequestLog(Format.TEXT);
        var request = request("/v1/customers", "partner", PARTNER);
        log.write(request);
        assertThat(lines).isEmpty();
        while (lines.isEmpty()) {
            log.write(request);
        }
        assertThat(String.join("\n", lines)).hasSizeBetween(4_096, 8_192);
        assertThat(lines).allMatch(line -> line.endsWith(" trace=4bf9"));
    }

    @Test
    void aGatewayThatStopsLeavesNoLineUnwritten() {
        var log = new RequestLog(Format.TEXT);
        var request = request("/v1/customers", "partner", PARTNER);
        log.write(request);
        log.stop(new ShutdownEvent());
        assertThat(lines).hasSize(1);
        log.write(request);
        assertThat(lines).hasSize(2);
    }
}
