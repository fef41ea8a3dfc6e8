package dev.kontor.billing.bench;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.reporter;
import static dev.kontor.billing.Suite.statement;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.testkit.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * How fast usage is taken in and a large partner's month is closed: {@code ./mvnw -pl billing-service test
 * -Dtest=BillingBench}. Prints figures and asserts none; its name keeps it out of the build.
 */
@JourneyTest
class BillingBench {

    private static final Logger LOG = Logger.getLogger(BillingBench.class);
    private static final List<String> CATEGORIES = List.of(
            "endpoint", "server", "uem", "email", "mobile", "encryption", "phish-threat", "firewall", "cloud", "ztna");
    private static final int CUSTOMERS = Integer.getInteger("kontor.bench.customers", 10_000);
    private static final int PARTNERS = 1_000;
    private static final int CALLS = 40;
    private static final int CLIENTS = 2;

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Test
    void ingest() throws Exception {
        YearMonth month = suite.freshMonth();
        UUID partner = partner(month);
        List<byte[]> calls = IntStream.range(0, CALLS)
                .mapToObj(call -> call(partner, month, call))
                .toList();
        post(call(partner, month, CALLS));

        long began = System.nanoTime();
        var pool = Executors.newFixedThreadPool(CLIENTS);
        List<Callable<Void>> work = new ArrayList<>();
        calls.forEach(body -> work.add(() -> {
            post(body);
            return null;
        }));
        for (Future<Void> done : pool.invokeAll(work)) {
            done.get();
        }
        pool.shutdown();
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        LOG.infof(
                "BENCH ingest: %d records by %d clients in %d ms: %d records/s",
                CALLS * 10_000, CLIENTS, took.toMillis(), CALLS * 10_000_000L / took.toMillis());
    }

    @Test
    void closeALargePartnersMonth() {
        YearMonth month = suite.freshMonth();
        UUID partner = partner(month);
        inTransaction(
                """
                insert into usage_record (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
                select r.partner_id, r.customer_id, p.code, ?::date + d * interval '1 day' + interval '6 hours',
                       (hashtext(r.customer_id::text) & 63) + (d * 7) % 11 + length(p.code), 'bench',
                       r.customer_id || p.code || d, now()
                from customer_relation r cross join product p cross join generate_series(0, ?) d
                where r.partner_id = ? and p.code like 'bench-%'""",
                month, month.lengthOfMonth() - 1, partner);
        countDays(month);
        TestClock.moveTo(Suite.at(month.atEndOfMonth()));

        for (int i = 0; i < 6; i++) {
            long began = System.nanoTime();
            statement(partner, month).then().statusCode(200).body("items[0].lineCount", equalTo(CUSTOMERS * 10));
            LOG.infof("BENCH estimate %d: %d ms", i, (System.nanoTime() - began) / 1_000_000);
        }
        end(month);
        long began = System.nanoTime();
        close(month);
        LOG.infof("BENCH close of %d lines: %d ms", CUSTOMERS * 10, (System.nanoTime() - began) / 1_000_000);
        statement(partner, month).then().body("items[0].state", equalTo("final"));
        operator().get("/v1/billing-invariants?month=" + month).then().statusCode(200);
        admin(partner).get("/v1/usage?month=" + month).then().statusCode(200);
    }

    @Test
    void closeManyPartnersMonths() {
        YearMonth month = suite.freshMonth();
        suite.partner();
        inTransaction("select kontor.keep_usage_month(?)", month);
        inTransaction(
                """
                insert into partner (id, name, region, currency, locale, version, since)
                select md5(?::text || i)::uuid, 'Partner ' || i, 'DE', 'EUR', 'de', 1, ?::date
                from generate_series(1, ?) i""",
                month,
                month,
                PARTNERS);
        inTransaction(
                """
                insert into customer_relation (partner_id, id, customer_id, name, account_type, since, version)
                select p.id, gen_random_uuid(), md5(p.id::text || i)::uuid, 'Customer ' || i, 'monthly', ?::date, 1
                from partner p cross join generate_series(1, 12) i where p.name like 'Partner %'""",
                month);
        inTransaction(
                """
                insert into license (partner_id, id, customer_id, product, category, type, start_at)
                select r.partner_id, gen_random_uuid(), r.customer_id, 'endpoint-advanced', 'endpoint', 'monthly', r.since
                from customer_relation r join partner p on p.id = r.partner_id where p.name like 'Partner %'""");
        inTransaction(
                """
                insert into usage_record (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
                select r.partner_id, r.customer_id, 'endpoint-advanced', ?::date + interval '6 hours', 7, 'bench',
                       r.customer_id, now()
                from customer_relation r join partner p on p.id = r.partner_id where p.name like 'Partner %'""",
                month);
        countDays(month);

        end(month);
        long began = System.nanoTime();
        close(month);
        LOG.infof("BENCH close of %d partners: %d ms", PARTNERS, (System.nanoTime() - began) / 1_000_000);
    }

    /** What storing keeps up to date. */
    private void countDays(YearMonth month) {
        inTransaction(
                """
                insert into usage_day (partner_id, customer_id, product, day, highest, last, last_at, last_arrival, records)
                select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date, quantity, quantity,
                       observed_at, arrival, 1 from usage_record where reporter = 'bench' and observed_at >= ?::date""",
                month);
        inTransaction(
                """
                insert into usage_series (partner_id, customer_id, product)
                select distinct partner_id, customer_id, product from usage_record where observed_at >= ?::date
                on conflict do nothing""",
                month);
        inTransaction(
                """
                insert into usage_received (partner_id, month, customer_id, records)
                select partner_id, ?, customer_id, count(*) from usage_record
                where reporter = 'bench' and observed_at >= ?::date group by partner_id, customer_id""",
                month,
                month);
    }

    private UUID partner(YearMonth month) {
        UUID partner = suite.partner();
        CATEGORIES.forEach(category -> inTransaction(
                "insert into product (code, name, category, unit, monthly, version) values (?, ?, ?, 'user', true, 1) on conflict do nothing",
                "bench-" + category,
                category,
                category));
        inTransaction(
                """
                insert into customer_relation (partner_id, id, customer_id, name, account_type, since, version)
                select ?, gen_random_uuid(), md5(?::text || i)::uuid, 'Customer ' || i, 'monthly', ?::date, 1
                from generate_series(1, ?) i""",
                partner,
                partner,
                month,
                CUSTOMERS);
        inTransaction(
                """
                insert into license (partner_id, id, customer_id, product, category, type, start_at)
                select r.partner_id, gen_random_uuid(), r.customer_id, p.code, p.category, 'monthly', r.since
                from customer_relation r cross join product p where r.partner_id = ? and p.code like 'bench-%'""",
                partner);
        inTransaction("select kontor.keep_usage_month(?)", month);
        String entries = CATEGORIES.stream()
                .map(category ->
                        "{\"product\":\"bench-%s\",\"model\":\"flat\",\"bands\":[{\"upTo\":null,\"unitPrice\":\"1.25\"}]}"
                                .formatted(category))
                .collect(Collectors.joining(","));
        operator()
                .contentType("application/json")
                .body(
                        "{\"scope\":\"partner\",\"partnerId\":\"%s\",\"effectiveFrom\":\"%s\",\"currency\":\"EUR\",\"entries\":[%s]}"
                                .formatted(partner, month.atDay(1), entries))
                .put("/v1/price-books/bench-" + partner)
                .then()
                .statusCode(200);
        return partner;
    }

    /** 1,000 customers' ten products of one day. */
    private byte[] call(UUID partner, YearMonth month, int call) {
        List<UUID> customers = RowScope.worker().call(() -> QuarkusTransaction.requiringNew()
                .call(() -> database.list(
                        "select customer_id from customer_relation where partner_id = ? order by customer_id offset ? limit 1000",
                        row -> row.id("customer_id"),
                        partner,
                        call % (CUSTOMERS / 1_000) * 1_000)));
        return customers.stream()
                .flatMap(customer -> CATEGORIES.stream()
                        .map(category ->
                                "{\"eventId\":\"%s/%s/%d\",\"customerId\":\"%s\",\"product\":\"bench-%s\",\"observedAt\":\"%s\",\"quantity\":%d}"
                                        .formatted(
                                                customer,
                                                category,
                                                call,
                                                customer,
                                                category,
                                                Suite.at(month.atDay(1)).plusSeconds(call),
                                                call + 10)))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void post(byte[] body) {
        reporter()
                .contentType("application/x-ndjson")
                .body(body)
                .post("/v1/usage-records")
                .then()
                .statusCode(200)
                .body("stored", equalTo(10_000));
    }

    private void inTransaction(String sql, Object... parameters) {
        RowScope.worker()
                .run(() -> QuarkusTransaction.requiringNew().timeout(900).run(() -> {
                    if (sql.startsWith("select")) {
                        database.list(sql, row -> sql, parameters);
                    } else {
                        database.update(sql, parameters);
                    }
                }));
    }
}
