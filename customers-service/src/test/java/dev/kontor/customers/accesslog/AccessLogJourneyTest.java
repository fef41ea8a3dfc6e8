package dev.kontor.customers.accesslog;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What partners did inside an account: for both sides to read and for nobody to change (domain.md rule 15). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class AccessLogJourneyTest {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00.123456Z");

    private APartner nordwind;
    private UUID kern;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
    }

    @Test
    void aForgedCursorIsRefused() {
        record(0, "allowed", null);
        record(1, "allowed", null);
        awaitEntries(2);
        var cursor = log(nordwind.superAdmin(), "?limit=1").jsonPath().getString("nextCursor");
        var read = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        var list = read.substring(0, read.indexOf('\u001f'));

        for (var row :
                List.of("soon", START.toString(), START + "\u001fx", "+1000000000-01-01T00:00:00Z\u001f" + kern)) {
            var forged = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((list + "\u001f" + row).getBytes(StandardCharsets.UTF_8));
            problem(log(nordwind.superAdmin(), "?cursor=" + forged), 400, "invalid-cursor");
        }
    }

    @Test
    void everyDecisionIsReadByBothSidesNewestFirst() {
        record(0, "allowed", null);
        record(1, "refused", "partner-assistance-off");
        awaitEntries(2);

        for (var reader : List.of(nordwind.superAdmin(), Passports.customerAdmin(kern))) {
            log(reader, "")
                    .then()
                    .statusCode(200)
                    .body("items.outcome", contains("refused", "allowed"))
                    .body("items.reason", contains(equalTo("partner-assistance-off"), nullValue()))
                    .body("items[1].subject", equalTo("jana"))
                    .body("items[1].role", equalTo("partner-admin"))
                    .body("items[1].action", equalTo("POST /v1/customers/{id}/launch"))
                    .body("items[1].at", equalTo(START.toString()))
                    .body("items[1].traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
        }
    }

    @Test
    void theSameRecordTwiceIsOneEntry() {
        var id = UUID.randomUUID();
        record(id, 0, "allowed", null);
        record(id, 0, "allowed", null);
        record(1, "allowed", null);

        awaitEntries(2);
        verification(nordwind.superAdmin()).then().body("entries", equalTo(2)).body("intact", equalTo(true));
    }

    @Test
    void manyEntriesAreAWholeChainThatIsReadPageByPage() {
        for (var i = 0; i < 5; i++) {
            record(i, "allowed", null);
        }
        awaitEntries(5);

        var seen = new ArrayList<String>();
        var page = log(nordwind.superAdmin(), "?limit=2");
        seen.addAll(page.path("items.at"));
        while (page.path("nextCursor") != null) {
            page = log(nordwind.superAdmin(), "?limit=2&cursor=" + page.path("nextCursor"));
            seen.addAll(page.path("items.at"));
        }
        assertThat(seen).hasSize(5).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertIntact(5);
    }

    @Test
    void anEmptyLogIsIntact() {
        log(nordwind.superAdmin(), "").then().statusCode(200).body("items.size()", equalTo(0));
        assertIntact(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_log set outcome = 'allowed' where customer_id = ? and seq = 2",
                "update access_log set at = at + interval '1 microsecond' where customer_id = ? and seq = 2",
                "update access_log set hash = sha256('forged') where customer_id = ? and seq = 2",
                "delete from access_log where customer_id = ? and seq = 2",
            })
    void whatEvenTheDatabasesOwnerChangesOrRemovesIsFound(String tampering) throws SQLException {
        tamper(tampering);

        verification(Passports.customerAdmin(kern))
                .then()
                .body("intact", equalTo(false))
                .body("entries", equalTo(1));
        assertThat(verification(Passports.customerAdmin(kern)).<String>path("brokenAt"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from access_log where customer_id = ? and seq = 3",
                "delete from access_log where customer_id = ?",
            })
    void entriesMissingAtTheEndAreFound(String tampering) throws SQLException {
        tamper(tampering);

        verification(Passports.customerAdmin(kern))
                .then()
                .body("intact", equalTo(false))
                .body("brokenAt", nullValue());
    }

    @Test
    void theServiceItselfMayNeitherChangeNorRemoveAnEntry() throws SQLException {
        for (var role : List.of("tenant", "customer", "operator", "reporter", "worker")) {
            for (var sql : List.of(
                    "update access_log set outcome = 'allowed'", "delete from access_log", "truncate access_log")) {
                try (var connection = OwnDatabase.asLoginRole();
                        var statement = connection.createStatement()) {
                    statement.execute("set role customers_" + role);
                    assertThatThrownBy(() -> statement.execute(sql))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void onlyWhoMayReadsIt() {
        problem(log(nordwind.businessAdmin("bea"), ""), 403, "role-required");
        problem(log(nordwind.readOnly("rosa"), ""), 404, "not-found");
    }

    private void tamper(String sql) throws SQLException {
        record(0, "allowed", null);
        record(1, "refused", "partner-assistance-off");
        record(2, "allowed", null);
        awaitEntries(3);
        assertIntact(3);
        assertThat(OwnDatabase.change(sql, kern)).isPositive();
    }

    private void assertIntact(int entries) {
        for (var reader : List.of(nordwind.superAdmin(), Passports.customerAdmin(kern))) {
            verification(reader)
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(true))
                    .body("entries", equalTo(entries))
                    .body("brokenAt", nullValue());
        }
    }

    private void awaitEntries(int count) {
        await().untilAsserted(() -> assertThat(log(nordwind.superAdmin(), "").<List<?>>path("items"))
                .hasSize(count));
    }

    private Response log(String reader, String query) {
        return as(reader).get("/v1/customers/" + kern + "/access-log" + query);
    }

    private Response verification(String reader) {
        return as(reader).get("/v1/customers/" + kern + "/access-log/verification");
    }

    private void record(int second, String outcome, String reason) {
        record(UUID.randomUUID(), second, outcome, reason);
    }

    /** A decision as the gateway records it. */
    private void record(UUID id, int second, String outcome, String reason) {
        Contract.of("access.decided")
                .key(kern.toString())
                .with("state.id", id)
                .with("state.partnerId", nordwind.id)
                .with("state.customerId", kern)
                .with("state.subject", "jana")
                .with("state.role", "partner-admin")
                .with("state.action", "POST /v1/customers/{id}/launch")
                .with("state.path", "/v1/customers/" + kern + "/launch")
                .with("state.outcome", outcome)
                .with("state.reason", reason)
                .with("state.at", START.plus(second, ChronoUnit.SECONDS))
                .send(id, nordwind.id);
    }
}
