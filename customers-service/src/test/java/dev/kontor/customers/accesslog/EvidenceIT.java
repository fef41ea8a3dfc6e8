package dev.kontor.customers.accesslog;

import static dev.kontor.customers.APartner.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.Topics;
import dev.kontor.customers.evidence.ChainEnd;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.PackagedService;
import dev.kontor.testkit.Passports;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever owns the database, deletes the topic of the roots and has the service start anew is found out (domain.md rule 42). */
class EvidenceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOTHING = "0".repeat(64);

    @RegisterExtension
    static final PackagedService CUSTOMERS = new PackagedService(Map.of(), new KontorServers());

    private final APartner nordwind = APartner.in("msp-flex");
    private final UUID kern = nordwind.trial("Kern");

    @Test
    void whatIsGoneOfTheDatabaseOrTheTopicIsFoundByTheOther() throws Exception {
        decided();
        var kept = published();
        assertThat(holds()).isTrue();
        verification(kept).then().statusCode(200).body("intact", equalTo(true)).body("extendsYours", equalTo(true));

        var minute = text("select minute::text from access_log_minute");
        var digest = text("select digest from access_log_minute");
        change("update access_log_minute set minute = 0, digest = '" + NOTHING + "'");
        verification(kept).then().statusCode(200).body("intact", equalTo(false)).body("head.signature", nullValue());
        await().atMost(PATIENCE).until(() -> !holds());
        change("update access_log_minute set minute = " + minute + ", digest = '" + digest + "'");
        await().atMost(PATIENCE).until(EvidenceIT::holds);
        verification(kept).then().statusCode(200).body("intact", equalTo(true));

        CUSTOMERS.killUntilAlive(() -> {
            change("alter table access_log disable trigger user");
            change("delete from access_log where customer_id = '" + kern + "'");
            change("alter table access_log enable trigger user");
            change("delete from access_log_head where customer_id = '" + kern + "'");
            deleteTheTopic();
        });
        await().atMost(PATIENCE).until(() -> !holds());
        verification(kept)
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("extendsYours", equalTo(false))
                .body("head.signature", nullValue());

        // Whoever has the database forget that as well meets those who kept a head; and whoever uses these servers next
        // begins anew.
        CUSTOMERS.killUntilAlive(() -> {
            deleteTheTopic();
            change("update access_log_minute set minute = 0, digest = '" + NOTHING + "'");
        });
        await().atMost(PATIENCE).until(EvidenceIT::holds);
        verification(kept).then().statusCode(200).body("extendsYours", equalTo(false));
    }

    private static boolean holds() throws Exception {
        var readiness = JsonPath.from(CUSTOMERS.readiness());
        var evidence = readiness.getString("checks.find { it.name == 'access-log-evidence' }.status");
        assertThat(readiness.getString("status")).isEqualTo(evidence);
        return evidence.equals("UP");
    }

    /** As the gateway tells it. */
    private void decided() {
        var id = UUID.randomUUID();
        Contract.of("access.decided")
                .key(kern.toString())
                .with("state.id", id)
                .with("state.partnerId", nordwind.id)
                .with("state.customerId", kern)
                .with("state.at", "2026-11-01T08:00:00Z")
                .send(id, nordwind.id);
    }

    /** The head of its log, once a root has it. */
    private Map<String, Object> published() {
        var chain = ChainEnd.key(kern, nordwind.id);
        Facts.await(Topics.EVIDENCE, root -> root.value().contains(chain));
        return as(nordwind.superAdmin())
                .get("/v1/customers/" + kern + "/access-log")
                .path("head");
    }

    private Response verification(Map<String, Object> kept) {
        return as(Passports.customerAdmin(kern))
                .get(
                        "/v1/customers/" + kern + "/access-log/verification?sequence={sequence}&hash={hash}",
                        kept.get("sequence"),
                        kept.get("hash"));
    }

    private static void deleteTheTopic() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            if (admin.listTopics().names().get().contains(Topics.EVIDENCE)) {
                admin.deleteTopics(List.of(Topics.EVIDENCE)).all().get();
            }
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(Topics.EVIDENCE));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void change(String sql) {
        try (var database = CUSTOMERS.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String sql) throws SQLException {
        try (var database = CUSTOMERS.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
