package dev.kontor.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
    private static final int TABLE_ROWS = 8;

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
        DemoFigures figures = new DemoFigures(plan.users(), asOf);
        Map<String, ObjectNode> bySource = new LinkedHashMap<>();
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
        int troubled = count / 20;
        ObjectNode guarded = body();
        guarded.put("value", count - troubled / 2);
        guarded.put("of", count);
        bySource.put(kind + ".protected", guarded);
        bySource.put(kind + ".health", health(count, troubled));
        bySource.put(kind + ".threats", threats(count));
        bySource.put(kind + ".devices", table(Math.min(count, TABLE_ROWS), prefix));
    }

    private ObjectNode health(int count, int troubled) {
        ObjectNode body = body();
        ArrayNode parts = body.putArray("parts");
        parts.addObject().put("label", "healthy").put("value", count - troubled).put("state", "good");
        parts.addObject()
                .put("label", "at-risk")
                .put("value", troubled - troubled / 3)
                .put("state", "warning");
        parts.addObject().put("label", "unhealthy").put("value", troubled / 3).put("state", "bad");
        return body;
    }

    private ObjectNode threats(int count) {
        ObjectNode body = body();
        ArrayNode points = body.putArray("points");
        for (int day = DAYS - 1; day >= 0; day--) {
            int ripple = (day * 7 + users) % 5;
            points.addObject().put("at", today.minusDays(day).toString()).put("value", count * ripple / 40);
        }
        return body;
    }

    private ObjectNode table(int rows, String prefix) {
        ObjectNode body = body();
        ObjectNode table = body.putObject("table");
        ArrayNode columns = table.putArray("columns");
        columns.addObject().put("label", "device").put("kind", "text");
        columns.addObject().put("label", "status").put("kind", "code");
        columns.addObject().put("label", "last-seen").put("kind", "date");
        columns.addObject().put("label", "threats").put("kind", "number");
        ArrayNode cells = table.putArray("rows");
        List<String> states = List.of("healthy", "healthy", "at-risk", "healthy", "out-of-date");
        for (int row = 0; row < rows; row++) {
            cells.addArray()
                    .add(String.format(Locale.ROOT, "%s-%04d", prefix, 100 + row * 7))
                    .add(states.get(row % states.size()))
                    .add(today.minusDays(row % 4).toString())
                    .add(String.valueOf(row % 3));
        }
        return body;
    }

    private ObjectNode checks() {
        ObjectNode body = body();
        ArrayNode checks = body.putArray("checks");
        checks.addObject().put("label", "Multi-factor sign-in").put("state", "good");
        checks.addObject()
                .put("label", "Policies")
                .put("state", users % 2 == 0 ? "good" : "warning")
                .put("detail", users % 2 == 0 ? "As recommended" : "One exclusion is wider than recommended");
        return body;
    }

    private ObjectNode parts(Map<String, Integer> values) {
        ObjectNode body = body();
        ArrayNode parts = body.putArray("parts");
        for (String label : List.of("delivered", "spam", "phishing")) {
            parts.addObject().put("label", label).put("value", values.get(label));
        }
        return body;
    }

    private ObjectNode body() {
        return Http.JSON.createObjectNode().put("asOf", asOf.toString());
    }
}
