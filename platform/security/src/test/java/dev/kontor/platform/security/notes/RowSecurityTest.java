package dev.kontor.platform.security.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.security.rows.Visibility;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no query of ours can get wrong, because PostgreSQL decides it (architecture decision 2). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class RowSecurityTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Notes notes;

    @Inject
    Visibility visibility;

    private final UUID nordwind = UUID.randomUUID();
    private final UUID brightwater = UUID.randomUUID();
    private final UUID bakery = UUID.randomUUID();
    private final UUID brewery = UUID.randomUUID();

    @Test
    void aQueryWithoutAWhereSeesOnlyThePartnersOwnRows() {
        write(nordwind, bakery, "ours");
        write(brightwater, brewery, "theirs");

        assertThat(texts(Passports.partnerSuperAdmin(nordwind))).containsExactly("ours");
        assertThat(texts(Passports.partnerSuperAdmin(brightwater))).containsExactly("theirs");
    }

    @Test
    void aPooledConnectionNeverCarriesAFormerCallersPartner() throws Exception {
        write(nordwind, bakery, "ours");
        write(brightwater, brewery, "theirs");
        var callers = List.of(Passports.partnerSuperAdmin(nordwind), Passports.partnerSuperAdmin(brightwater));

        var pool = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<List<String>>) () -> texts(callers.get(i % 2)))
                    .toList();
            var answers = pool.invokeAll(calls);
            for (var i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).containsExactly(i % 2 == 0 ? "ours" : "theirs");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(settingsOfAConnectionOutsideATransaction()).containsExactly("notes_app", "");
    }

    @Test
    void whoSeesOnlyWhatIsAssignedSeesNothingUntilSomethingIs() {
        write(nordwind, bakery, "bakery");
        write(nordwind, brewery, "brewery");
        var reader = Passports.partner(nordwind, "reader", "partner-read-only", Set.of("customers:read"))
                .bearer();
        assertThat(texts(reader)).isEmpty();

        inWorkerScope(() -> visibility.assignment(nordwind, "reader", bakery, true));
        assertThat(texts(reader)).containsExactly("bakery");

        inWorkerScope(() -> visibility.administrator(nordwind, "reader", true));
        assertThat(texts(reader)).containsExactlyInAnyOrder("bakery", "brewery");

        inWorkerScope(() -> visibility.administrator(nordwind, "reader", false));
        inWorkerScope(() -> visibility.assignment(nordwind, "reader", bakery, false));
        assertThat(texts(reader)).isEmpty();
    }

    @Test
    void aGroupOpensItsPresentAndFutureCustomersAndClosesThemAgain() {
        write(nordwind, bakery, "bakery");
        write(nordwind, brewery, "brewery");
        var reader = Passports.partner(nordwind, "reader", "partner-read-only", Set.of("customers:read"))
                .bearer();
        var group = UUID.randomUUID();
        var state = JsonNodeFactory.instance.objectNode();
        var ofBrewery = "group-customer/" + nordwind + "/" + group + "/" + brewery;

        inWorkerScope(() -> visibility.apply("group-customer/" + nordwind + "/" + group + "/" + bakery, state));
        inWorkerScope(() -> visibility.apply("group-administrator/" + nordwind + "/" + group + "/reader", state));
        assertThat(texts(reader)).containsExactly("bakery");
        inWorkerScope(() -> visibility.apply(ofBrewery, state));
        assertThat(texts(reader)).containsExactlyInAnyOrder("bakery", "brewery");
        inWorkerScope(() -> visibility.apply(ofBrewery, null));
        assertThat(texts(reader)).containsExactly("bakery");
        inWorkerScope(() -> visibility.apply("group-administrator/" + nordwind + "/" + group + "/reader", null));
        assertThat(texts(reader)).isEmpty();
    }

    /** It may have been on its way for longer than the record that says what became of it. */
    @Test
    void anOldAnswerBringsNothingBackThatARecordHasEnded() {
        write(nordwind, bakery, "bakery");
        var reader = Passports.partner(nordwind, "reader", "partner-read-only", Set.of("customers:read"))
                .bearer();
        var all = JsonNodeFactory.instance.objectNode().put("allCustomers", true);
        var answers = List.of(
                List.of("assignment/" + nordwind + "/reader/" + bakery),
                List.of("administrator/" + nordwind + "/reader"),
                List.of(
                        "group-customer/" + nordwind + "/" + brewery + "/" + bakery,
                        "group-administrator/" + nordwind + "/" + brewery + "/reader"));
        for (var keys : answers) {
            var asked = moment();
            keys.forEach(key -> inWorkerScope(() -> visibility.apply(key, null)));

            keys.forEach(key -> inWorkerScope(() -> visibility.answered(key, all, asked)));
            assertThat(texts(reader)).isEmpty();

            var askedSince = moment();
            keys.forEach(key -> inWorkerScope(() -> visibility.answered(key, all, askedSince)));
            assertThat(texts(reader)).containsExactly("bakery");
            keys.forEach(key -> inWorkerScope(() -> visibility.apply(key, null)));
            assertThat(texts(reader)).isEmpty();
        }
    }

    /** A record that is just taken in, and not committed yet, counts too. */
    @Test
    void anAnswerWaitsForTheRecordThatIsBeingTakenIn() throws Exception {
        write(nordwind, bakery, "bakery");
        var reader = Passports.partner(nordwind, "reader", "partner-read-only", Set.of("customers:read"))
                .bearer();
        var key = "assignment/" + nordwind + "/reader/" + bakery;
        var state = JsonNodeFactory.instance.objectNode();
        inWorkerScope(() -> visibility.apply(key, state));
        var asked = moment();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var answer = new AtomicReference<Future<?>>();
            inWorkerScope(() -> {
                visibility.apply(key, null);
                answer.set(pool.submit(() -> inWorkerScope(() -> visibility.answered(key, state, asked))));
                awaitSomebodyWaiting();
            });
            answer.get().get(20, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
        assertThat(texts(reader)).isEmpty();
    }

    private void awaitSomebodyWaiting() {
        // In the same thread, and so on the connection that there is.
        await().pollInSameThread().until(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var waiting = statement.executeQuery("select from pg_locks where not granted")) {
                return waiting.next();
            }
        });
    }

    private Instant moment() {
        var moment = new AtomicReference<Instant>();
        inWorkerScope(() -> moment.set(visibility.moment()));
        return moment.get();
    }

    @Test
    void anAssignmentOfAnotherPartnerOpensNothing() {
        write(nordwind, bakery, "bakery");
        inWorkerScope(() -> visibility.administrator(brightwater, "reader", true));

        assertThat(texts(Passports.partner(nordwind, "reader", "partner-read-only", Set.of("customers:read"))
                        .bearer()))
                .isEmpty();
    }

    @Test
    void aLaunchedSessionSeesItsOneCustomerOnly() {
        write(nordwind, bakery, "bakery");
        write(nordwind, brewery, "brewery");

        assertThat(texts(Passports.partner(nordwind, "boss", "partner-super-admin", Set.of("customers:read"))
                        .with("kind", "launched")
                        .with("customers", "all")
                        .with("customer_id", bakery.toString())
                        .bearer()))
                .containsExactly("bakery");
    }

    @Test
    void aCustomersAdministratorSeesItsOwnRowsOnly() {
        write(nordwind, bakery, "bakery");
        write(nordwind, brewery, "brewery");

        assertThat(texts(Passports.customerAdmin(bakery))).containsExactly("bakery");
    }

    @Test
    void aRowCannotBeWrittenForAnotherPartner() {
        assertThatThrownBy(() -> inWorkerScope(() -> notes.write(
                        nordwind,
                        new NoteResource.WriteNote(bakery, "forged", null, null, null, null, null, null, null))))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aTransactionThatNobodyAskedForSeesNothing() {
        assertThatThrownBy(() -> notes.all(PageRequest.of(null, null))).hasStackTraceContaining("permission denied");
    }

    @Test
    void theLoginRoleOwnsNothingAndCannotGetAroundTheRules() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        select rolsuper, rolbypassrls, rolinherit,
                               (select count(*) from pg_class c where c.relowner = r.oid)
                        from pg_roles r where rolname = current_user""")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
            assertThat(rows.getBoolean(2)).isFalse();
            assertThat(rows.getBoolean(3)).isFalse();
            assertThat(rows.getInt(4)).isZero();
        }
        assertThatThrownBy(() -> execute("alter table note disable row level security"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute("set role notes_owner")).hasMessageContaining("permission denied");
    }

    private void write(UUID partner, UUID customer, String text) {
        given().header("Authorization", Passports.partnerSuperAdmin(partner))
                .contentType("application/json")
                .body("{\"customerId\":\"" + customer + "\",\"text\":\"" + text + "\"}")
                .post("/v1/notes")
                .then()
                .statusCode(201);
    }

    private static List<String> texts(String passport) {
        return given().header("Authorization", passport)
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.text");
    }

    private static void inWorkerScope(Runnable work) {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(work));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> settingsOfAConnectionOutsideATransaction() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select current_user, coalesce(current_setting('kontor.partner_id', true), '')")) {
            rows.next();
            return List.of(rows.getString(1), rows.getString(2));
        }
    }
}
