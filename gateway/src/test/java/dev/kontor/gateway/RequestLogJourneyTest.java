package dev.kontor.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.gateway.stage.Cast;
import dev.kontor.gateway.stage.Stub;
import dev.kontor.platform.web.Ids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Each request leaves one line, and no line lets anyone in. */
@GatewayTest
class RequestLogJourneyTest {

    @Test
    void aLineHoldsWhoAndWhatButNeitherTokenNorQuery() {
        var lines = new CopyOnWriteArrayList<String>();
        var listener = listener(lines);
        var logger = Logger.getLogger("kontor.requests");
        logger.addHandler(listener);
        try {
            UUID partner = Ids.next();
            Stub.partner(partner, "msp-flex");
            var token = Cast.partner("partner-super-admin", partner);
            given().header("Authorization", "Bearer " + token).get("/v1/customers?code=once-only");
            await().until(() -> lines.stream().anyMatch(line -> line.contains(partner.toString())));
            var mine = lines.stream()
                    .filter(line -> line.contains(partner.toString()))
                    .toList();
            assertThat(mine)
                    .singleElement()
                    .asString()
                    .contains("GET /v1/customers 200 ")
                    .doesNotContain("once-only", token, "@msp.example");
        } finally {
            logger.removeHandler(listener);
        }
    }

    private static Handler listener(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                line.getMessage().lines().forEach(lines::add);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
