package dev.kontor.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Security data of a customer, by source, as bodies of {@code PUT /v1/customers/{id}/security-data/{source}}. */
final class DemoFigures {

    private static final int DAYS = 30;
    private static final int TABLE_ROWS = 20;

    private final int users;
    private final int servers;
    private final Instant asOf;
    private final LocalDate today;

    private DemoFigures(int users, Instant asOf) {
        this.users = users;
        this.servers = Math.max(1, users / 12);
        this.asOf = asOf;
        this.today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static Map<String, ObjectNode> of(DemoCustomers.Plan plan, Instant asOf) {
        var figures = new DemoFigures(plan.users(), asOf);
        var bySource = new LinkedHashMap<String, ObjectNode>();
        figures.devices(bySource, "endpoint", figures.users, "LAPTOP");
        figures.devices(bySource, "server", figures.servers, "SRV");
        bySource.put(
                "email.messages",
                figures.parts(Map.of(
                        "delivered", figures.users * 412, "spam", figures.users * 96, "phishing", figures.users * 3)));
        bySource.put("account.health", figures.checks());
        return bySource;
    }

    private void devices(Map<String, ObjectNode> bySource, String kind, int count, String prefix) {
        var unhealthy = count / 40;
        var atRisk = count / 10 - unhealthy;
        var guarded = body();
        guarded.put("value", count - unhealthy);
        guarded.put("of", count);
        bySource.put(kind + ".protected", guarded);
        bySource.put(kind + ".health", health(count, atRisk, unhealthy));
        bySource.put(kind + ".threats", threats(count));
        bySource.put(kind + ".devices", table(atRisk, unhealthy, prefix));
    }

    private ObjectNode health(int count, int atRisk, int unhealthy) {
        var body = body();
        var parts = body.putArray("parts");
        parts.addObject()
                .put("label", "healthy")
                .put("value", count - atRisk - unhealthy)
                .put("state", "good");
        parts.addObject().put("label", "at-risk").put("value", atRisk).put("state", "warning");
        parts.addObject().put("label", "unhealthy").put("value", unhealthy).put("state", "bad");
        return body;
    }

    private ObjectNode threats(int count) {
        var body = body();
        var points = body.putArray("points");
        for (var ago = DAYS - 1; ago >= 0; ago--) {
            var day = today.minusDays(ago);
            var usual = day.getDayOfWeek().getValue() > 5 ? count / 20 : count / 6 + 2;
            var ripple = Math.floorMod((int) day.toEpochDay() * 31 + users * 17, 7) - 3;
            points.addObject().put("at", day.toString()).put("value", Math.max(0, usual + ripple * usual / 6));
        }
        return body;
    }

    /** The devices that are not healthy, the worst first. */
    private ObjectNode table(int atRisk, int unhealthy, String prefix) {
        var body = body();
        var table = body.putObject("table");
        var columns = table.putArray("columns");
        columns.addObject().put("label", "device").put("kind", "text");
        columns.addObject().put("label", "status").put("kind", "code");
        columns.addObject().put("label", "last-seen").put("kind", "date");
        columns.addObject().put("label", "threats").put("kind", "number");
        var cells = table.putArray("rows");
        for (var row = 0; row < Math.min(atRisk + unhealthy, TABLE_ROWS); row++) {
            cells.addArray()
                    .add(String.format(Locale.ROOT, "%s-%04d", prefix, 100 + row * 7))
                    .add(row < unhealthy ? "unhealthy" : "at-risk")
                    .add(today.minusDays(row % 4).toString())
                    .add(String.valueOf(row < unhealthy ? 3 + row % 2 : row % 3));
        }
        return body;
    }

    private ObjectNode checks() {
        var body = body();
        var checks = body.putArray("checks");
        checks.addObject().put("label", "Multi-factor sign-in").put("state", "good");
        checks.addObject()
                .put("label", "Policies")
                .put("state", users % 2 == 0 ? "good" : "warning")
                .put("detail", users % 2 == 0 ? "As recommended" : "One exclusion is wider than recommended");
        return body;
    }

    private ObjectNode parts(Map<String, Integer> values) {
        var body = body();
        var parts = body.putArray("parts");
        for (var label : List.of("delivered", "spam", "phishing")) {
            parts.addObject().put("label", label).put("value", values.get(label));
        }
        return body;
    }

    private ObjectNode body() {
        return Http.JSON.createObjectNode().put("asOf", asOf.toString());
    }
}
