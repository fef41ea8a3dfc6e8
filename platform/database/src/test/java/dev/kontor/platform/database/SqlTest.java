package dev.kontor.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kontor.local.TestServers;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL: what a driver takes and gives for each type is nothing to be guessed. */
class SqlTest {

    private static final UUID ID = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-12-01T05:00:00.123456Z");

    private static AgroalDataSource source;
    private static Database database;

    enum State {
        HALF_DONE,
        DONE
    }

    record Part(String name, long size) {}

    record Thing(
            UUID id,
            String name,
            long size,
            Integer count,
            BigDecimal price,
            boolean open,
            State state,
            Instant madeAt,
            LocalDate day,
            YearMonth month,
            byte[] seal,
            List<String> words,
            Set<UUID> others,
            Part part,
            List<Part> parts) {}

    record Empty(UUID id, String name, Integer count, State state, Instant madeAt, List<String> words, Part part) {}

    record Sized(UUID id, long size) {}

    @BeforeAll
    static void connect() throws Exception {
        var servers = TestServers.endpoint();
        servers.databases().create("things", "for-tests-only", "for-tests-only");
        source = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(servers.databases().url("things"))
                                        .principal(new NamePrincipal("things_owner"))
                                        .credential(new SimplePassword("for-tests-only")))));
        database = new Database(source, noSession(), null, new ObjectMapper().registerModule(new JavaTimeModule()));
    }

    @AfterAll
    static void disconnect() {
        source.close();
    }

    @BeforeEach
    void aTable() {
        database.sql("drop table if exists thing").update();
        database.sql(
                        """
                        create table thing (id uuid, name text, size int, count smallint, price numeric, open boolean,
                            state text, made_at timestamptz, day date, month date, seal bytea, words text[],
                            others uuid[], part jsonb, parts jsonb)""")
                .update();
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        insertOne();

        var read = database.sql("select * from thing").first(Thing.class).orElseThrow();

        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new Thing(
                        ID,
                        "a",
                        3,
                        2,
                        new BigDecimal("1.50"),
                        true,
                        State.HALF_DONE,
                        AT,
                        LocalDate.parse("2026-12-24"),
                        YearMonth.parse("2026-11"),
                        new byte[] {1, 2},
                        List.of("x", "y"),
                        Set.of(ID),
                        new Part("p", 1),
                        List.of(new Part("q", 2))));
    }

    @Test
    void aRowGivesTheSameByColumn() {
        insertOne();

        var read = database.sql("select * from thing")
                .list(row -> List.of(
                        row.id("id"),
                        row.text("name"),
                        row.number("size"),
                        row.flag("open"),
                        row.constant("state", State.class),
                        row.instant("made_at"),
                        row.month("month"),
                        row.texts("words"),
                        row.json("part", Part.class)));

        assertThat(read)
                .containsExactly(List.of(
                        ID,
                        "a",
                        3L,
                        true,
                        State.HALF_DONE,
                        AT,
                        YearMonth.parse("2026-11"),
                        List.of("x", "y"),
                        new Part("p", 1)));
    }

    @Test
    void whatIsNullInTheRowIsNullInTheRecordButNeverANumberOrAFlag() {
        database.sql("insert into thing (id) values (:id)").with("id", ID).update();

        assertThat(database.sql("select * from thing").first(Empty.class))
                .hasValue(new Empty(ID, null, null, null, null, null, null));
        assertThatThrownBy(() -> database.sql("select * from thing").list(Sized.class))
                .hasMessageContaining("size");
    }

    @Test
    void nullsAreWrittenIntoColumnsOfAnyType() {
        var nothing = database.sql(
                """
                insert into thing (id, name, size, made_at, words, part)
                values (:id, :null, :null, :null, :null, :part)""");

        assertThat(nothing.with("id", null)
                        .with("null", null)
                        .withJson("part", null)
                        .update())
                .isEqualTo(1);
    }

    @Test
    void oneColumnIsReadAsItsValue() {
        insertOne();

        assertThat(database.sql("select id from thing").list(UUID.class)).containsExactly(ID);
        assertThat(database.sql("select count(*) from thing").one(Long.class)).isEqualTo(1);
        assertThat(database.sql("select max(made_at) from thing").first(Instant.class))
                .hasValue(AT);
        assertThat(database.sql("select max(made_at) from thing where false").first(Instant.class))
                .isEmpty();
        assertThat(database.sql("select from thing").exists()).isTrue();
        assertThat(database.sql("select from thing where name = :name")
                        .with("name", "b")
                        .exists())
                .isFalse();
    }

    @Test
    void whatAStatementChangesItMayAlsoReturn() {
        insertOne();

        assertThat(database.sql("update thing set name = :name where id = :id returning name")
                        .with("name", "b")
                        .with("id", ID)
                        .first(String.class))
                .hasValue("b");
    }

    @Test
    void listsAreAskedForAndUnnestedAsArrays() {
        insertOne();

        assertThat(database.sql("select name from thing where id = any(:ids) and id <> all(:none)")
                        .with("ids", new UUID[] {ID})
                        .with("none", new UUID[0])
                        .list(String.class))
                .containsExactly("a");
    }

    @Test
    void aColumnOfManyRowsGoesOutAsOneArray() {
        var parts = List.of(new Part("p", 1), new Part("q", 2));

        database.sql(
                        """
                        insert into thing (id, name, size, state, month, made_at)
                        select :id, u.* from unnest(:names, :sizes, :states, :months, :instants) as u""")
                .with("id", ID)
                .with("names", String.class, parts, Part::name)
                .with("sizes", Integer.class, parts, part -> (int) part.size())
                .with("states", State.class, List.of(State.DONE, State.HALF_DONE))
                .with("months", YearMonth.class, parts, part -> part.size() == 1 ? YearMonth.of(2026, 11) : null)
                .with("instants", Instant.class, parts, part -> part.size() == 1 ? AT : null)
                .update();

        assertThat(database.sql("select * from thing order by name")
                        .list(row -> Arrays.asList(
                                row.as(Part.class),
                                row.constant("state", State.class),
                                row.month("month"),
                                row.instant("made_at"))))
                .containsExactly(
                        Arrays.asList(parts.get(0), State.DONE, YearMonth.of(2026, 11), AT),
                        Arrays.asList(parts.get(1), State.HALF_DONE, null, null));
    }

    @Test
    void aDurationIsAnInterval() {
        assertThat(database.sql("select cast('2026-12-01T00:00:00Z' as timestamptz) + :lease")
                        .with("lease", Duration.ofSeconds(90))
                        .one(Instant.class))
                .isEqualTo(Instant.parse("2026-12-01T00:01:30Z"));
    }

    @Test
    void manyRowsGoOutTogether() {
        database.sql("insert into thing (id, name, part) values (:id, :name, :part)")
                .with("id", ID)
                .batch(List.of("a", "b"), (name, row) -> row.with("name", name).withJson("part", Map.of("name", name)));
        var read = new ArrayList<String>();

        database.sql("select part ->> 'name' as name from thing order by name").each(row -> read.add(row.text("name")));

        assertThat(read).containsExactly("a", "b");
    }

    private static void insertOne() {
        database.sql(
                        """
                        insert into thing values (:id, :name, :size, :count, :price, :open, :state, :at, :day, :month,
                            :seal, :words, :others, :part, :parts)""")
                .with("id", ID)
                .with("name", "a")
                .with("size", 3)
                .with("count", 2)
                .with("price", new BigDecimal("1.50"))
                .with("open", true)
                .with("state", State.HALF_DONE)
                .with("at", AT)
                .with("day", LocalDate.parse("2026-12-24"))
                .with("month", YearMonth.parse("2026-11"))
                .with("seal", new byte[] {1, 2})
                .with("words", new String[] {"x", "y"})
                .with("others", new UUID[] {ID})
                .withJson("part", new Part("p", 1))
                .withJson("parts", List.of(new Part("q", 2)))
                .update();
    }

    @SuppressWarnings("unchecked")
    private static Instance<Session> noSession() {
        return (Instance<Session>) Proxy.newProxyInstance(
                SqlTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, values) -> false);
    }
}
