package dev.kontor.customers.accesslog;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static dev.kontor.testkit.TestClock.inAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.customers.Topics;
import dev.kontor.customers.evidence.ChainEnd;
import dev.kontor.customers.evidence.Roots;
import dev.kontor.platform.kafka.KafkaClients;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What partners did inside an account: for both sides to read and for nobody to change (domain.md rule 15). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class AccessLogJourneyTest {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00.123456Z");

    @Inject
    AccessLogRows rows;

    @Inject
    Roots roots;

    @Inject
    Inbox inbox;

    @Inject
    KafkaClients clients;

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
                    .body("items[1].at", equalTo(inAnswers(START)))
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
    void notEvenTheOwnerChangesOrRemovesAnEntryByItself() {
        threeEntries();
        for (var sql : List.of(
                "update access_log set outcome = 'refused'",
                "update access_log set subject = 'somebody-else@t'",
                "update access_log set subject_salt = null",
                "update access_log set subject_commitment = null",
                "delete from access_log",
                "truncate access_log")) {
            assertThatThrownBy(() -> OwnDatabase.change(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("access_log is immutable");
        }
    }

    @Test
    void everyReadNamesTheHeadAndTheLogExtendsTheOneThatWasKept() {
        var none = head();
        assertThat((Integer) none.get("sequence")).isZero();
        record(0, "allowed", null);
        record(1, "allowed", null);
        awaitEntries(2);
        var kept = head();
        record(2, "allowed", null);
        awaitEntries(3);

        for (var reader : List.of(nordwind.superAdmin(), Passports.customerAdmin(kern))) {
            assertThat(log(reader, "").<Integer>path("head.sequence")).isEqualTo(3);
            for (var head : List.of(none, kept, head())) {
                verification(reader, head).then().statusCode(200).body("extendsYours", equalTo(true));
            }
            verification(reader).then().body("extendsYours", nullValue());
        }
    }

    @Test
    void aHeadThatIsNotOfThisLogIsNotExtended() {
        record(0, "allowed", null);
        record(1, "allowed", null);
        awaitEntries(2);
        var head = head();

        for (var sequence : List.of(0, 1, 3, 999_999_999)) {
            verification(nordwind.superAdmin(), Map.of("sequence", sequence, "hash", head.get("hash")))
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(true))
                    .body("extendsYours", equalTo(false));
        }
    }

    @Test
    void aHeadIsASequenceAndItsHash() {
        var hash = "0".repeat(64);
        for (var query : List.of(
                "?sequence=1",
                "?hash=" + hash,
                "?sequence=-1&hash=" + hash,
                "?sequence=one&hash=" + hash,
                "?sequence=1&hash=" + hash + "0",
                "?sequence=1&hash=" + "G".repeat(64))) {
            problem(
                    as(nordwind.superAdmin()).get("/v1/customers/" + kern + "/access-log/verification" + query),
                    400,
                    "validation-failed");
        }
    }

    /** All that the service's process holds is its login role, and what that may take on. */
    @Test
    void whoHasTheServicesPasswordCannotRewriteTheLog() throws SQLException {
        threeEntries();
        try (var connection = OwnDatabase.asLoginRole();
                var statement = connection.createStatement()) {
            for (var role : List.of("app", "tenant", "customer", "operator", "reporter", "worker", "owner")) {
                for (var sql : List.of(
                        "delete from access_log where seq < 3",
                        "update access_log set subject = 'somebody-else@t'",
                        "alter table access_log disable trigger user",
                        "drop trigger immutable on access_log",
                        "set session_replication_role = replica")) {
                    assertThatThrownBy(() -> {
                                statement.execute("set role customers_" + role);
                                statement.execute(sql);
                            })
                            .as(role + ": " + sql)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
        assertIntact(3);
    }

    /** As the owner of the tables, with every hash computed anew: consistent in itself. */
    @Test
    void aRewrittenLogDoesNotExtendTheHeadThatWasKept() throws SQLException {
        threeEntries();
        var kept = head();

        rewriteWithoutTheFirst("somebody-else@t");

        log(Passports.customerAdmin(kern), "").then().body("items.subject", everyItem(equalTo("somebody-else@t")));
        verification(Passports.customerAdmin(kern), kept).then().statusCode(200).body("extendsYours", equalTo(false));
    }

    /** domain.md rule 42: what was signed and published, the database's owner can't take back. */
    @Test
    void aRewrittenLogIsFoundByWhatWasPublished() throws SQLException {
        threeEntries();
        awaitPublished(3);

        rewriteWithoutTheFirst("somebody-else@t");
        assertNotIntact();

        record(3, "allowed", null);
        awaitEntries(3);
        assertNotIntact();
    }

    @Test
    void aLogThatIsGoneIsFoundByWhatWasPublished() throws SQLException {
        threeEntries();
        awaitPublished(3);

        OwnDatabase.tamper("access_log", "delete from access_log where customer_id = ?", kern);
        OwnDatabase.change("delete from access_log_head where customer_id = ?", kern);

        assertNotIntact();
    }

    /** As docs/evidence.md says it: with the published keys, and nothing that the database has. */
    @Test
    void aHeadCanBeFollowedUpToASignedRoot() throws Exception {
        threeEntries();
        awaitPublished(3);
        var head = claims(verification(Passports.customerAdmin(kern)).path("head.signature"), "access-log-head+jwt");
        var published = head.getClaimValue("published", Map.class);
        var root = claims((String) published.get("root"), "access-log-root+jwt");

        assertThat(published.get("hash")).isEqualTo(head.getStringClaimValue("hash"));
        var end =
                new ChainEnd(ChainEnd.key(kern, nordwind.id), ((Number) published.get("sequence")).longValue(), (String)
                        published.get("hash"));
        @SuppressWarnings("unchecked")
        var path = (List<String>) published.get("path");
        assertThat(end.leadsTo(
                        root.getStringClaimValue("root"),
                        ((Number) published.get("index")).intValue(),
                        root.getClaimValue("size", Long.class).intValue(),
                        path))
                .isTrue();
    }

    @Test
    void anErasedSubjectLeavesTheLogWhole() throws SQLException {
        threeEntries();
        var kept = head();

        OwnDatabase.change(
                "update access_log set subject = null, subject_salt = null where customer_id = ? and seq = 2", kern);

        log(nordwind.superAdmin(), "").then().body("items.subject", contains("jana", "erased", "jana"));
        assertIntact(3);
        verification(nordwind.superAdmin(), kept).then().body("extendsYours", equalTo(true));
    }

    /** domain.md rule 43: a subject exchanged beside its commitment is no erased one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_log set subject = 'somebody-else@t' where customer_id = ? and seq = 2",
                "update access_log set subject = null where customer_id = ? and seq = 2",
                "update access_log set actor = 'somebody-else@t' where customer_id = ? and seq = 2",
            })
    void aPersonalValueIsTheOneThatWasCommittedTo(String tampering) throws SQLException {
        tamper(tampering);

        verification(nordwind.superAdmin())
                .then()
                .body("intact", equalTo(false))
                .body("entries", equalTo(1));
    }

    @Test
    void aHeadIsSignedWithAKeyThatAnybodyCanGet() throws Exception {
        threeEntries();
        var claims = claims(verification(Passports.customerAdmin(kern)).path("head.signature"), "access-log-head+jwt");

        assertThat(claims.getStringClaimValue("customerId")).isEqualTo(kern.toString());
        assertThat(claims.getStringClaimValue("partnerId")).isEqualTo(nordwind.id.toString());
        assertThat(claims.getClaimValue("sequence", Long.class)).isEqualTo(3);
        assertThat(claims.getStringClaimValue("hash")).isEqualTo(head().get("hash"));
        assertThat(keys()).doesNotContain("\"d\"");
    }

    @Test
    void nobodySignsALogThatDoesNotHold() throws SQLException {
        tamper("delete from access_log where customer_id = ? and seq = 2");

        verification(nordwind.superAdmin())
                .then()
                .body("intact", equalTo(false))
                .body("head.signature", nullValue())
                .body("head.signedAt", nullValue());
    }

    /** Architecture decision 5: a decision leaves its topic once the log has it and a week is over, and not by the broker's age. */
    @Test
    void aDecisionStaysOnItsTopicUntilTheLogHasIt() throws Exception {
        threeEntries();
        assertThat(inbox.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();

        try (var admin = clients.admin(Duration.ofSeconds(10))) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ACCESS);
            var shorter = new AlterConfigOp(new ConfigEntry("retention.ms", "604800000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(shorter))).all().get();

            inbox.deleteTakenIn(Topics.ACCESS, Duration.ofDays(7));
            assertThat(left(admin)).isPositive();
            assertThat(admin.describeConfigs(List.of(topic))
                            .all()
                            .get()
                            .get(topic)
                            .get("retention.ms")
                            .value())
                    .isEqualTo("-1");

            inbox.deleteTakenIn(Topics.ACCESS, Duration.ZERO);
            assertThat(left(admin)).isZero();
        }
        assertIntact(3);
    }

    private static long left(Admin admin) throws Exception {
        var left = 0L;
        for (var partition : admin.describeTopics(List.of(Topics.ACCESS))
                .allTopicNames()
                .get()
                .get(Topics.ACCESS)
                .partitions()) {
            var at = new TopicPartition(Topics.ACCESS, partition.partition());
            var first = admin.listOffsets(Map.of(at, OffsetSpec.earliest()))
                    .partitionResult(at)
                    .get()
                    .offset();
            left += admin.listOffsets(Map.of(at, OffsetSpec.latest()))
                            .partitionResult(at)
                            .get()
                            .offset()
                    - first;
        }
        return left;
    }

    @Test
    void onlyWhoMayReadsIt() {
        problem(log(nordwind.businessAdmin("bea"), ""), 403, "role-required");
        problem(log(nordwind.readOnly("rosa"), ""), 404, "not-found");
    }

    private void tamper(String sql) throws SQLException {
        threeEntries();
        assertThat(OwnDatabase.tamper("access_log", sql, kern)).isPositive();
    }

    private static JwtClaims claims(String signed, String type) throws JoseException, InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys()).getJsonWebKeys()))
                .setExpectedType(true, type)
                .build()
                .processToClaims(signed);
    }

    private static String keys() {
        return as(Passports.anonymous()).get("/v1/access-log-keys").asString();
    }

    private void assertNotIntact() {
        for (var reader : List.of(nordwind.superAdmin(), Passports.customerAdmin(kern))) {
            verification(reader)
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(false))
                    .body("head.signature", nullValue());
        }
    }

    private void threeEntries() {
        record(0, "allowed", null);
        record(1, "refused", "partner-assistance-off");
        record(2, "allowed", null);
        awaitEntries(3);
        assertIntact(3);
    }

    /** Blames somebody else for what is left, and makes commitments, hashes and head fit. */
    private void rewriteWithoutTheFirst(String subject) throws SQLException {
        OwnDatabase.tamper("access_log", "delete from access_log where customer_id = ? and seq = 1", kern);
        var head = ChainHead.start(nordwind.id);
        for (var seq = 2; seq <= 3; seq++) {
            var link = Link.behind(head, blaming(subject, stored(seq)));
            OwnDatabase.tamper(
                    "access_log",
                    """
                    update access_log set seq = ?, subject = ?, subject_salt = ?, subject_commitment = ?, hash = ?
                    where customer_id = ? and seq = ?""",
                    link.seq(),
                    subject,
                    link.subject().salt(),
                    link.subject().hash(),
                    link.hash(),
                    kern,
                    seq);
            head = link.head();
        }
        OwnDatabase.change(
                "update access_log_head set seq = 2, hash = ? where customer_id = ?",
                head.hash().array(),
                kern);
    }

    private static AccessEntry blaming(String subject, AccessEntry entry) {
        return new AccessEntry(
                entry.id(),
                entry.partnerId(),
                entry.customerId(),
                subject,
                entry.role(),
                entry.actor(),
                entry.action(),
                entry.path(),
                entry.outcome(),
                entry.reason(),
                entry.at(),
                entry.traceId());
    }

    private AccessEntry stored(int seq) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew()
                .call(() -> rows.link(kern, nordwind.id, seq).orElseThrow().entry()));
    }

    /** Until a minute's root has this head, in the topic and for whoever verifies. */
    private void awaitPublished(int sequence) {
        await().until(() -> {
            roots.catchUp(Duration.ofSeconds(5));
            return roots.of(kern, nordwind.id)
                    .filter(published -> published.end().sequence() == sequence)
                    .isPresent();
        });
    }

    private Map<String, Object> head() {
        return log(nordwind.superAdmin(), "").path("head");
    }

    private Response verification(String reader, Map<String, ?> kept) {
        return as(reader)
                .get(
                        "/v1/customers/" + kern + "/access-log/verification?sequence={sequence}&hash={hash}",
                        kept.get("sequence"),
                        kept.get("hash"));
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
