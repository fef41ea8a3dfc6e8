package dev.kontor.testkit;

import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** Moves the business clock of the service under test; it only goes forward, as in the running suite. */
public final class TestClock {

    private static final DateTimeFormatter IN_ANSWERS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TestClock() {}

    public static Instant now() {
        return Instant.parse(RestAssured.given().get(url()).jsonPath().getString("now"));
    }

    public static void moveTo(Instant instant) {
        var offset = Duration.ofMillis(Duration.between(Instant.now(), instant).toMillis());
        RestAssured.given()
                .contentType("application/json")
                .body("{\"offset\":\"" + offset + "\"}")
                .put(url())
                .then()
                .statusCode(200);
    }

    public static void advance(Duration by) {
        moveTo(now().plus(by));
    }

    private static String url() {
        var root = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        return URI.create(root).resolve("/clock").toString();
    }

    /** An instant as answers say it (api.md, "ids, time, money"). */
    public static String inAnswers(Instant instant) {
        return IN_ANSWERS.format(instant);
    }
}
