package dev.kontor.billing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.kontor.billing.counting.Period;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Passports;
import dev.kontor.testkit.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hamcrest.Matchers;

/** The situations the journeys begin in, and the steps they take. */
@ApplicationScoped
public class Suite {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Inbox inbox;

    Suite(Inbox inbox) {
        this.inbox = inbox;
    }

    /** A partner's customer with one licence. */
    public record Customer(UUID id, UUID partnerId, String name) {}

    /** One reported level. */
    public record Level(String eventId, UUID customerId, String product, Instant observedAt, String quantity) {

        String json() {
            return """
                    {"eventId":"%s","customerId":"%s","product":"%s","observedAt":"%s","quantity":%s}"""
                    .formatted(eventId, customerId, product, observedAt, quantity);
        }
    }

    /** Moves the clock to the second day of the next month, which nothing has happened in yet. */
    public YearMonth freshMonth() {
        var month = month(TestClock.now()).plusMonths(1);
        TestClock.moveTo(at(month.atDay(2)));
        return month;
    }

    public static Instant at(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    public static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    /** The two monthly products of a category, as licensing's catalogue has them. */
    public void catalogue() {
        for (var code : List.of("endpoint-essentials", "endpoint-advanced", "server-advanced")) {
            product(code).send(null);
        }
        catchUp();
    }

    public static Contract product(String code) {
        return Contract.of("product.changed")
                .key("product/" + code)
                .with("state.code", code)
                .with("state.name", code.replace('-', ' '))
                .with("state.category", code.substring(0, code.indexOf('-')))
                .with("state.version", 1);
    }

    public UUID partner() {
        var id = UUID.randomUUID();
        partner("partner.created", id, "Nordwind IT", 1).send(id);
        catalogue();
        return id;
    }

    public static Contract partner(String type, UUID id, String name, int version) {
        return Contract.of(type)
                .key("partner/" + id)
                .with("state.id", id)
                .with("state.name", name)
                .with("state.version", version);
    }

    public void rename(UUID partner, String name) {
        tell(partner("partner.updated", partner, name, 2), partner);
    }

    /** A monthly customer since the present instant. */
    public Customer monthly(UUID partnerId, String product) {
        return customer(partnerId, "monthly", product);
    }

    public Customer trial(UUID partnerId, String product) {
        return customer(partnerId, "trial", product);
    }

    /** A customer of a managed order. */
    public Customer managed(UUID partnerId, String product) {
        return customer(partnerId, "managed-order", "ordered", product);
    }

    private Customer customer(UUID partnerId, String type, String product) {
        return customer(partnerId, type, type, product);
    }

    private Customer customer(UUID partnerId, String type, String licenses, String product) {
        var id = UUID.randomUUID();
        var since = TestClock.now();
        // Since the month's beginning, so that usage of all its days is its own.
        customer("customer.created", id, partnerId, type, Period.start(month(since)))
                .send(partnerId);
        licenses(id, partnerId, licenses, product, since).send(partnerId);
        catchUp();
        return new Customer(id, partnerId, "Bäckerei Sommer");
    }

    /** What customers-service tells of a customer that was created at {@code since}, in its first version. */
    public static Contract customer(String event, UUID id, UUID partnerId, String type, Instant since) {
        return Contract.of(event)
                .key("customer/" + id)
                .with("state.id", id)
                .with("state.partnerId", partnerId)
                .with("state.name", "Bäckerei Sommer GmbH")
                .with("state.displayName", "Bäckerei Sommer")
                .with("state.accountType", type)
                .with("state.externalId", "C-17")
                .with("state.products", List.of())
                .with("state.createdAt", since)
                .with("state.updatedAt", since)
                .with("state.version", 1);
    }

    /** What licensing-service tells of a customer with one licence, in its first version. */
    public static Contract licenses(UUID id, UUID partnerId, String type, String product, Instant since) {
        return Contract.of("license.changed")
                .key("licenses/" + id)
                .with("state.customerId", id)
                .with("state.partnerId", partnerId)
                .with("state.status", "active")
                .with("state.categories", List.of())
                .keepFirst("state.licenses")
                .with("state.licenses.0.id", UUID.randomUUID())
                .with("state.licenses.0.product", product)
                .with("state.licenses.0.category", product.substring(0, product.indexOf('-')))
                .with("state.licenses.0.type", type)
                .with("state.licenses.0.status", "active")
                .with("state.licenses.0.startAt", since)
                .with("state.licenses.0.endAt", null);
    }

    public void tell(Contract event, UUID partnerId) {
        event.send(partnerId);
        catchUp();
    }

    public void catchUp() {
        try {
            if (!inbox.awaitCaughtUp(PATIENCE)) {
                throw new AssertionError("the inbox did not catch up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static Level level(Customer customer, String product, LocalDate day, String quantity) {
        return new Level(UUID.randomUUID().toString(), customer.id(), product, at(day), quantity);
    }

    public static Response report(Level... levels) {
        return reporter()
                .contentType("application/json")
                .body(Arrays.stream(levels).map(Level::json).collect(Collectors.joining(",", "[", "]")))
                .post("/v1/usage-records");
    }

    public static RequestSpecification reporter() {
        return as(Passports.usageReporter());
    }

    public static RequestSpecification operator() {
        return as(Passports.operator());
    }

    public static RequestSpecification admin(UUID partnerId) {
        return as(Passports.partnerSuperAdmin(partnerId));
    }

    public static RequestSpecification as(String passport) {
        return given().header("Authorization", passport);
    }

    /** Closes a month that is over and waits for the end of it. */
    public static Response close(YearMonth month) {
        var asked = operator().post("/v1/billing-periods/" + month + "/close");
        asked.then().statusCode(Matchers.oneOf(200, 202));
        return finished(asked.jsonPath().getString("id"));
    }

    public static Response finished(String job) {
        await().until(() ->
                operator().get("/v1/jobs/" + job).jsonPath().getString("state").equals("succeeded"));
        return operator().get("/v1/jobs/" + job);
    }

    /** Ends a month, leaving it within its grace. */
    public static void end(YearMonth month) {
        TestClock.moveTo(at(month.plusMonths(1).atDay(1)));
    }

    public static Response statement(UUID partnerId, YearMonth month) {
        return admin(partnerId).get("/v1/statements?month=" + month);
    }

    /** As a job or consumer would. */
    public static <T> T asWorker(Supplier<T> work) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
