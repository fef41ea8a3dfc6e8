package dev.kontor.reporting;

import static dev.kontor.reporting.Situation.as;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.testkit.Hold;
import dev.kontor.testkit.Hold.Outcome;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.PackagedService;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kill -9} of reporting-service in the middle of what it does: as if it had not been. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final PackagedService REPORTING =
            new PackagedService(Map.of(), new KontorServers(), new CustomersServiceStub());

    @Test
    void aCustomerToldWhileItDiesIsKnownAndPrintedWithBothLogosAndTheName() throws SQLException {
        var bakery = new Situation().withLogos().renamedTo("Bäckerei Müller");
        try (var hold =
                hold("create trigger held_for_a_crash after insert on customers", bakery, Outcome.ROLLED_BACK)) {
            bakery.tell();
            hold.awaitReached();
            REPORTING.kill(hold::end);
        }
        await().atMost(PATIENCE)
                .until(() ->
                        as(bakery.superAdmin).get(bakery.url("/dashboards")).statusCode() == 200);
        bakery.ownerKnows(false);

        assertPrinted(bakery, exported(bakery, UUID.randomUUID()));
    }

    @Test
    void anExportThatIsCommittedButNotAnsweredIsMadeOnce() throws Exception {
        var bakery = Situation.aCustomer();
        bakery.withLogos().renamedTo("Bäckerei Müller").ownerKnows(false);
        var key = UUID.randomUUID();
        var trigger =
                "create constraint trigger held_for_a_crash after insert on exports deferrable initially deferred";
        Response answer;
        try (var hold = hold(trigger, bakery, Outcome.COMMITTED)) {
            var caller = CompletableFuture.supplyAsync(() -> exported(bakery, key));
            hold.awaitReached();
            REPORTING.kill(hold::end);
            answer = caller.get(60, SECONDS);
        }

        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        assertPrinted(bakery, answer);
        assertThat(exportsOf(bakery)).isEqualTo(1);
    }

    private static void assertPrinted(Situation bakery, Response export) {
        var id = export.then().statusCode(201).extract().jsonPath().getString("id");
        var pdf = as(bakery.superAdmin)
                .get("/v1/exports/" + id + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(PdfText.of(pdf)).contains("Bäckerei Müller");
        assertThat(PdfText.images(pdf)).isEqualTo(2);
    }

    /** As callers do: again, with the same key, after whatever broke off or was answered 503. */
    private static Response exported(Situation bakery, UUID key) {
        var answer = new AtomicReference<Response>();
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            answer.set(as(bakery.superAdmin)
                    .header("Idempotency-Key", key.toString())
                    .contentType("application/json")
                    .body("{\"format\":\"pdf\",\"locale\":\"de\"}")
                    .post(bakery.url("/dashboards/central-overview/exports")));
            return answer.get().statusCode() != 503;
        });
        return answer.get();
    }

    private static Hold hold(String trigger, Situation of, Outcome outcome) throws SQLException {
        var condition = " for each row when (new.partner_id = '" + of.partner + "')";
        return new Hold(REPORTING.database(), trigger + condition, outcome);
    }

    private static long exportsOf(Situation bakery) throws SQLException {
        try (var database = REPORTING.database();
                var query = database.prepareStatement("select count(*) from exports where customer_id = ?")) {
            query.setObject(1, bakery.customer);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
