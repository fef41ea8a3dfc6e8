package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two scripts in the styles of the vendor's own clients create tenants, list them, read their licences and a month's bill,
 * knowing nothing but an address and credentials (domain.md rule 44).
 */
@ExtendWith(RunningSuite.class)
class PartnerScriptsIT {

    private static final Path SCRIPTS =
            Path.of(System.getProperty("kontor.root", "../.."), "deploy/clients/partner-v1");
    private static final Duration GRACE = Duration.ofDays(3);

    @Test
    void scriptsOfBothStylesListCreateBillAndReadLicences(Suite suite) throws Exception {
        var operator = suite.caller("vendor-operator");
        var partner = answered(
                        operator.post("/v1/partners", Situation.partner("Skripte " + UUID.randomUUID(), "msp-flex")),
                        201)
                .jsonPath()
                .getString("id");
        var admin = suite.caller("partner-super-admin", "partner_id", partner, "programs", "msp-flex");
        var secret = suite.credentials(partner).get("CLIENT_SECRET");
        var python = new Client(suite.url(), partner, secret, python());
        var node = new Client(suite.url(), partner, secret, List.of("node", script("sync.mjs")));
        var products = List.of(Situation.MONTHLY_PRODUCT);
        answered(
                admin.put(
                        "/v1/partner/provisioning",
                        "application/json",
                        Map.of("monthly", Map.of("products", products, "acceptTerms", true))),
                200);

        var byPython = python.run("--create", "Bäckerei Sommer");
        var byNode = node.run("--create", "Schreinerei Kern");
        var own = answered(admin.post("/v1/customers", Situation.monthly("Spedition Weiß")), 201)
                .jsonPath()
                .getString("id");
        assertThat(byPython.getString("repeated")).isEqualTo(byPython.getString("created"));
        assertThat(byNode.getString("repeated")).isEqualTo(byNode.getString("created"));
        var tenants = List.of(byPython.getString("created"), byNode.getString("created"), own);

        var month = usageOf(suite, tenants);
        close(suite, operator, month);
        var statement =
                answered(admin.get("/v1/statements?month=" + month), 200).jsonPath();
        assertThat(statement.getString("items[0].state")).isEqualTo("final");

        for (var client : List.of(python, node)) {
            var seen = client.run("--month", month.toString());
            assertThat(seen.getString("partner")).isEqualTo(partner);
            assertThat(seen.getList("tenants", String.class)).containsExactlyElementsOf(tenants);
            tenants.forEach(tenant -> assertThat(seen.getList("licenses['" + tenant + "']", String.class))
                    .isEqualTo(products));
            assertThat(seen.getInt("roles")).isEqualTo(5);
            assertThat(seen.getInt("rows")).isEqualTo(statement.getInt("items[0].lineCount"));
            assertThat(new BigDecimal(seen.getString("total")))
                    .isPositive()
                    .isEqualByComparingTo(statement.getString("items[0].total.amount"));
            assertThat(seen.getString("alerts")).isEqualTo("404 notFound not-offered");
        }
    }

    private static YearMonth usageOf(Suite suite, List<String> tenants) {
        var reporter = suite.caller("usage-reporter");
        var now = suite.now();
        var records = new ArrayList<Map<String, Object>>();
        for (var tenant : tenants) {
            records.add(Map.of(
                    "eventId",
                    "script-" + tenant,
                    "customerId",
                    tenant,
                    "product",
                    Situation.MONTHLY_PRODUCT,
                    "observedAt",
                    now.toString(),
                    "quantity",
                    7 + 4 * records.size()));
        }
        var taken = answered(reporter.post("/v1/usage-records", records), 200).jsonPath();
        assertThat(taken.getInt("stored") + taken.getInt("duplicate"))
                .as("a call that was cut off and sent again is counted as duplicate")
                .isEqualTo(records.size());
        return YearMonth.from(now.atZone(ZoneOffset.UTC));
    }

    private static void close(Suite suite, Caller operator, YearMonth month) {
        suite.moveClockTo(month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(GRACE)
                .plus(Duration.ofMinutes(1)));
        var job = operator.post("/v1/billing-periods/" + month + "/close", null);
        // 202 for a job that begins, 200 with the finished one where the month closed by itself meanwhile.
        assertThat(job.statusCode()).as(job.asString()).isIn(200, 202);
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                        answered(operator.get("/v1/jobs/" + job.jsonPath().getString("id")), 200)
                                .jsonPath()
                                .getString("state"))
                .isEqualTo("succeeded"));
    }

    private static String script(String name) {
        return SCRIPTS.resolve(name).toAbsolutePath().normalize().toString();
    }

    /** Python with the library that the vendor's clients are written with, which has to be installed on the machine. */
    private static List<String> python() throws IOException, InterruptedException {
        var there = new ProcessBuilder("python3", "-c", "import requests")
                .redirectErrorStream(true)
                .start();
        var said = new String(there.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var works = there.waitFor() == 0;
        if (!works) {
            System.err.println("NOT TESTED: python3 with requests (Debian: python3-requests) is missing: " + said);
        }
        assumeThat(works).as("python3 with requests").isTrue();
        return List.of("python3", script("sync.py"));
    }

    /** One script, with the credentials of the partner's automation client at the development issuer. */
    private record Client(String url, String partner, String secret, List<String> program) {

        JsonPath run(String... more) throws IOException, InterruptedException {
            var command = new ArrayList<>(program);
            command.addAll(List.of(url, partner, secret));
            command.addAll(List.of(more));
            var process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var wrong = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(wrong + said).isZero();
            return JsonPath.from(said);
        }
    }
}
