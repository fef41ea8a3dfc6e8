package dev.kontor.billing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.testkit.Facts;
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

    private static final String CUSTOMERS = "kontor.customers.v1";
    private static final String LICENSING = "kontor.licensing.v1";
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
        YearMonth month = month(TestClock.now()).plusMonths(1);
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
        for (String code : List.of("endpoint-essentials", "endpoint-advanced", "server-advanced")) {
            Facts.send(LICENSING, "product/" + code, "product.changed", null, fact(productState(code)));
        }
        catchUp();
    }

    public static String productState(String code) {
        return """
                {"code":"%s","name":"%s","category":"%s","unit":"user","monthly":true,"formerNames":[],"version":1}"""
                .formatted(code, code, code.substring(0, code.indexOf('-')));
    }

    public UUID partner() {
        UUID id = UUID.randomUUID();
        Facts.send(CUSTOMERS, "partner/" + id, "partner.created", id, fact(partnerState(id)));
        catalogue();
        return id;
    }

    public static String partnerState(UUID id) {
        return partnerState(id, "Nordwind IT", 1);
    }

    private static String partnerState(UUID id, String name, int version) {
        return """
                {"id":"%s","name":"%s","programs":["msp-flex"],"region":"DE","currency":"EUR","locale":"de",
                 "logoHash":null,"version":%d}"""
                .formatted(id, name, version);
    }

    public void rename(UUID partner, String name) {
        tell(CUSTOMERS, "partner/" + partner, "partner.updated", partner, partnerState(partner, name, 2));
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
        UUID id = UUID.randomUUID();
        Instant since = TestClock.now();
        Facts.send(
                CUSTOMERS,
                "customer/" + id,
                "customer.created",
                partnerId,
                fact(customerState(id, partnerId, type, since)));
        Facts.send(
                LICENSING,
                "licenses/" + id,
                "license.changed",
                partnerId,
                fact(licensesState(id, partnerId, licenses, product, since)));
        catchUp();
        return new Customer(id, partnerId, "Bäckerei Sommer");
    }

    public static String customerState(UUID id, UUID partnerId, String type, Instant since) {
        return """
                {"id":"%s","partnerId":"%s","name":"Bäckerei Sommer GmbH","displayName":"Bäckerei Sommer","region":"DE",
                 "accountType":"%s","managed":false,"status":"active","externalId":"C-17","products":[],
                 "termsAcceptedAt":null,"logoHash":null,"createdBy":null,"createdAt":"%s","updatedAt":"%s","version":1}"""
                .formatted(id, partnerId, type, since, since);
    }

    public static String licensesState(UUID id, UUID partnerId, String type, String product, Instant since) {
        return """
                {"customerId":"%s","partnerId":"%s","version":1,"status":"active","categories":[],"licenses":[
                 {"id":"%s","product":"%s","category":"%s","type":"%s","status":"active","quantity":null,
                  "unlimited":true,"startAt":"%s","endAt":null,"managed":false}]}"""
                .formatted(
                        id,
                        partnerId,
                        UUID.randomUUID(),
                        product,
                        product.substring(0, product.indexOf('-')),
                        type,
                        since);
    }

    public static String fact(String state) {
        return "{\"event\":{},\"state\":" + state + "}";
    }

    public void tell(String topic, String key, String type, UUID partnerId, String state) {
        Facts.send(topic, key, type, partnerId, fact(state));
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
        Response asked = operator().post("/v1/billing-periods/" + month + "/close");
        asked.then().statusCode(Matchers.oneOf(200, 202));
        return finished(asked.jsonPath().getString("id"));
    }

    public static Response finished(String job) {
        await().atMost(PATIENCE).until(() -> operator()
                .get("/v1/jobs/" + job)
                .jsonPath()
                .getString("state")
                .equals("succeeded"));
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
