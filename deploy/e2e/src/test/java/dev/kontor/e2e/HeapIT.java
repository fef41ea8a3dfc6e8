package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.e2e.RunningSuite.Suite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The largest inputs that the API admits, several at once, end no service under the heap it is shipped with (rule 41).
 *
 * <p>{@code -Dkontor.heap.rounds=N} sends N times as many.
 */
@ExtendWith(RunningSuite.class)
class HeapIT {

    private static final int ROUNDS = Integer.getInteger("kontor.heap.rounds", 0);
    private static final int AT_ONCE = 8;
    private static final String LONG = "ä".repeat(190);

    private Suite suite;
    private Map<String, Long> processes;
    private String partnerId;
    private Caller admin;
    private Caller reporter;
    private Caller other;

    @BeforeEach
    void aBusyPartnerAndAnother(Suite running) {
        suite = running;
        processes = suite.processes();
        partnerId = partner();
        admin = superAdmin(partnerId);
        other = superAdmin(partner());
        reporter = suite.caller("usage-reporter");
    }

    @AfterEach
    void everyServiceIsStillTheSameProcessAndServesTheOther() {
        assertThat(suite.processes()).isEqualTo(processes);
        answered(other.get("/v1/customers?count=true"), 200);
        answered(other.get("/v1/licenses"), 200);
        answered(other.get("/v1/statements"), 200);
        answered(other.get("/v1/dashboard-sources"), 200);
    }

    @Test
    void logosOfNoiseOnReportsOfManyCustomers() {
        var noise = noise(1_000);
        answered(admin.put("/v1/partner/logo", "image/png", noise), 204);
        together(calls(12), i -> () -> {
            var customer = customer("Rauschen " + i);
            answered(admin.put(customer + "/logo", "image/png", noise), 204);
            return answered(admin.get(customer + "/reports/endpoint", "application/pdf"), 200);
        });
    }

    @Test
    void dashboardsFullOfTheLargestTables() {
        var customer = customer("Tafel");
        var table = Map.of(
                "asOf", suite.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "table",
                        Map.of(
                                "columns",
                                        IntStream.range(0, 8)
                                                .mapToObj(
                                                        i -> Map.of("label", "c" + i + "ä".repeat(58), "kind", "text"))
                                                .toList(),
                                "rows", times(200, i -> times(8, j -> LONG))));
        answered(reporter.put(customer + "/security-data/endpoint.devices", "application/json", table), 200);
        var widgets = times(
                40,
                i -> Map.of(
                        "id",
                        "w" + i,
                        "type",
                        "table",
                        "title",
                        "ä".repeat(120),
                        "source",
                        "endpoint.devices",
                        "position",
                        Map.of("x", 6 * (i % 2), "y", 3 * (i / 2), "width", 6, "height", 3)));
        var dashboard = answered(
                        admin.post(customer + "/dashboards", Map.of("name", "ä".repeat(120), "widgets", widgets)), 201)
                .jsonPath()
                .getString("id");

        together(calls(8), i -> () -> {
            var export = answered(
                            admin.post(
                                    customer + "/dashboards/" + dashboard + "/exports",
                                    Map.of(
                                            "format",
                                            List.of("pdf", "png", "json", "csv").get(i % 4))),
                            201)
                    .jsonPath()
                    .getString("id");
            return answered(admin.get("/v1/exports/" + export + "/content"), 200);
        });
    }

    @Test
    void fullBatchesOfUsage() {
        var customer = customer("Menge").replace("/v1/customers/", "");
        var at = suite.now().truncatedTo(ChronoUnit.SECONDS).toString();
        together(
                calls(4),
                batch -> () -> answered(
                        reporter.post(
                                "/v1/usage-records",
                                times(
                                        10_000,
                                        i -> Map.of(
                                                "eventId",
                                                "%s-%d-%d".formatted("x".repeat(110), batch, i),
                                                "customerId",
                                                customer,
                                                "product",
                                                Situation.MONTHLY_PRODUCT,
                                                "observedAt",
                                                at,
                                                "quantity",
                                                "1"))),
                        200));
    }

    @Test
    void previewsAndReconciliationsOfTenThousandRows() {
        var month = suite.now().toString().substring(0, 7);
        var quantities = times(
                10_000,
                i -> Map.of("customerId", LONG + i, "product", Situation.MONTHLY_PRODUCT, "quantity", "999999999"));
        var entries = List.of(Map.of(
                "product",
                Situation.MONTHLY_PRODUCT,
                "model",
                "flat",
                "bands",
                List.of(Map.of("unitPrice", "0.12345678"))));
        var preview = Map.of(
                "month", month,
                "priceBook", Map.of("currency", "EUR", "entries", entries),
                "quantities",
                        times(
                                10_000,
                                i -> Map.of(
                                        "customerId",
                                        UUID.randomUUID().toString(),
                                        "product",
                                        Situation.MONTHLY_PRODUCT,
                                        "quantity",
                                        "999999999")));
        var rows = Map.of(
                "month",
                month,
                "rows",
                quantities.stream()
                        .map(row -> Map.of(
                                "customer",
                                row.get("customerId"),
                                "product",
                                row.get("product"),
                                "quantity",
                                row.get("quantity")))
                        .toList());
        together(
                calls(4),
                i -> () -> i % 2 == 0
                        ? answered(admin.post("/v1/rating-previews", preview), 200)
                        : answered(admin.post("/v1/reconciliations", rows), 200));
    }

    /** A quarter of them where nobody asks for rounds, which is enough to find a bound that is gone. */
    private static int calls(int ofARound) {
        return ROUNDS == 0 ? Math.max(2, ofARound / 4) : ofARound * ROUNDS;
    }

    /** Each call is made, at most {@link #AT_ONCE} at a time, and asserts its answer itself. */
    private static void together(int calls, IntFunction<Callable<?>> call) {
        var clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = IntStream.range(0, calls)
                    .mapToObj(call)
                    .<Callable<Object>>map(one -> one::call)
                    .toList();
            for (var done : clients.invokeAll(all)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private static <T> List<T> times(int number, IntFunction<T> item) {
        return IntStream.range(0, number).mapToObj(item).toList();
    }

    private String partner() {
        return answered(
                        suite.caller("vendor-operator").post("/v1/partners", Situation.partner("Last", "msp-flex")),
                        201)
                .jsonPath()
                .getString("id");
    }

    private Caller superAdmin(String partner) {
        return suite.caller("partner-super-admin", "partner_id", partner, "programs", "msp-flex");
    }

    private String customer(String name) {
        return "/v1/customers/"
                + answered(admin.post("/v1/customers", Situation.monthly(name)), 201)
                        .jsonPath()
                        .getString("id");
    }

    /** A grey square that no compression makes smaller. */
    private static byte[] noise(int side) {
        var random = new Random(41);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(256));
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
