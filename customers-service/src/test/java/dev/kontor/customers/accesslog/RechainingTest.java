package dev.kontor.customers.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.local.TestServers;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs from before there were commitments, as the migration leaves them (domain.md rule 43). */
class RechainingTest {

    private static final String PASSWORD = "for-tests-only";
    private static final UUID NORDWIND = UUID.randomUUID();

    private final UUID kern = UUID.randomUUID();
    private String database;
    private String url;

    @BeforeEach
    void aLogInTheFirstForm() throws SQLException {
        database = "rechained" + Long.toHexString(System.nanoTime());
        var servers = TestServers.endpoint();
        servers.databases().create(database, PASSWORD, PASSWORD);
        url = "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database;
        migrate("42");
        try (var owner = owner()) {
            var hash = AccessEntry.START;
            for (var seq = 1; seq <= 5; seq++) {
                var entry = entry(seq);
                hash = entry.hash(hash, seq);
                insert(owner, entry, seq, hash);
            }
            execute(
                    owner,
                    "insert into access_log_head (partner_id, customer_id, seq, hash) values (?, ?, 5, ?)",
                    NORDWIND,
                    kern,
                    hash);
        }
    }

    @Test
    void everyEntryIsCommittedToAndTheChainHolds() throws SQLException {
        var before = head();
        migrate("latest");

        var at = ChainHead.start(NORDWIND);
        for (var link : chain()) {
            assertThat(link.subject()).isNotNull();
            assertThat(link.follows(at)).isTrue();
            assertThat(link.entry()).isEqualTo(entry((int) link.seq()));
            at = link.head();
        }
        assertThat(at).isEqualTo(head()).isNotEqualTo(before);
        assertThat(at.sequence()).isEqualTo(5);
    }

    @Test
    void whatItEndedWithIsRecordedBesideWhatItEndsWithNow() throws SQLException {
        var before = head();
        migrate("latest");

        try (var owner = owner();
                var query = owner.prepareStatement("select seq, old_hash, new_hash from access_log_rechained");
                var rows = query.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong("seq")).isEqualTo(5);
            assertThat(rows.getBytes("old_hash")).isEqualTo(before.hash().array());
            assertThat(rows.getBytes("new_hash")).isEqualTo(head().hash().array());
        }
    }

    @Test
    void aBrokenChainStaysBrokenAtItsEntry() throws SQLException {
        try (var owner = owner()) {
            execute(owner, "alter table access_log disable trigger user");
            execute(owner, "update access_log set outcome = 'refused' where seq = 3");
            execute(owner, "alter table access_log enable trigger user");
        }
        migrate("latest");

        var at = ChainHead.start(NORDWIND);
        var links = chain();
        assertThat(links.get(0).follows(at)).isTrue();
        assertThat(links.get(1).follows(links.get(0).head())).isTrue();
        assertThat(links.get(2).follows(links.get(1).head())).isFalse();
    }

    /** With the times that Java writes in three ways, and every field that may be missing. */
    private AccessEntry entry(int seq) {
        var at = List.of(
                        "2026-11-01T08:00:00Z",
                        "2026-11-01T08:00:01.120Z",
                        "2026-11-01T08:00:02.000001Z",
                        "2026-11-01T08:00:03.123456Z",
                        "2026-11-01T08:00:04.100Z")
                .get(seq - 1);
        return new AccessEntry(
                new UUID(kern.getMostSignificantBits(), seq),
                NORDWIND,
                kern,
                "jörg" + seq,
                seq == 2 ? null : "partner-admin",
                seq == 3 ? "support@vendor.example" : null,
                "POST /v1/customers/{id}/launch",
                "/v1/customers/" + kern + "/launch",
                "allowed",
                seq == 4 ? "" : null,
                Instant.parse(at),
                seq == 5 ? null : "0af7651916cd43dd8448eb211c80319c");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, database + "_owner", PASSWORD)
                .locations("db/platform", "db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("service", database))
                .target(target)
                .load()
                .migrate();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url, database + "_owner", PASSWORD);
    }

    private ChainHead head() throws SQLException {
        try (var owner = owner();
                var query = owner.prepareStatement("select seq, hash from access_log_head");
                var rows = query.executeQuery()) {
            rows.next();
            return new ChainHead(NORDWIND, rows.getLong("seq"), ByteBuffer.wrap(rows.getBytes("hash")));
        }
    }

    private List<Link> chain() throws SQLException {
        var links = new ArrayList<Link>();
        try (var owner = owner();
                var query = owner.prepareStatement("select * from access_log order by seq");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                var subject = rows.getBytes("subject_commitment");
                var actor = rows.getBytes("actor_commitment");
                links.add(new Link(
                        new AccessEntry(
                                rows.getObject("id", UUID.class),
                                rows.getObject("partner_id", UUID.class),
                                rows.getObject("customer_id", UUID.class),
                                rows.getString("subject"),
                                rows.getString("role"),
                                rows.getString("actor"),
                                rows.getString("action"),
                                rows.getString("path"),
                                rows.getString("outcome"),
                                rows.getString("reason"),
                                rows.getObject("at", OffsetDateTime.class).toInstant(),
                                rows.getString("trace_id")),
                        subject == null ? null : new Commitment(rows.getBytes("subject_salt"), subject),
                        actor == null ? null : new Commitment(rows.getBytes("actor_salt"), actor),
                        rows.getLong("seq"),
                        rows.getBytes("hash")));
            }
        }
        return links;
    }

    private static void insert(Connection owner, AccessEntry entry, int seq, byte[] hash) throws SQLException {
        execute(
                owner,
                """
                insert into access_log (partner_id, customer_id, seq, id, subject, role, actor, action, path, outcome,
                    reason, at, trace_id, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entry.partnerId(),
                entry.customerId(),
                seq,
                entry.id(),
                entry.subject(),
                entry.role(),
                entry.actor(),
                entry.action(),
                entry.path(),
                entry.outcome(),
                entry.reason(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.traceId(),
                hash);
    }

    private static void execute(Connection owner, String sql, Object... values) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
