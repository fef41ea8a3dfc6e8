package dev.kontor.customers.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.customers.APartner;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How accounts are billed, and managed orders, as licensing-service decides them (domain.md rules 12, 13, 19). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class LicensedAccountsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
    }

    @ParameterizedTest
    @CsvSource({"term, partner-trial, false", "monthly, monthly-account, false", "managed-order, managed-order, true"})
    void aConversionIsShownAtOnceAndConsentComesOnWithMonthlyAndManagedOnes(
            String type, String source, boolean managed) {
        var kern = nordwind.trial("Kern");

        putAccountType(kern, type, 1).then().statusCode(200).body("customer.accountType", equalTo(type));

        get(kern)
                .then()
                .body("accountType", equalTo(type))
                .body("managed", equalTo(managed))
                .body("partnerAssistance.state", equalTo("on"))
                .body("partnerAssistance.source", equalTo(source));
    }

    @Test
    void itIsLearnedByEventToo() {
        var kern = nordwind.trial("Kern");

        Contract.of("billing-type.changed")
                .key("billing-type/" + kern)
                .with("state.customerId", kern)
                .with("state.partnerId", nordwind.id)
                .send(nordwind.id);

        await().untilAsserted(() -> get(kern).then().body("accountType", equalTo("monthly")));
        var told = Facts.await(
                "kontor.customers.v1",
                r -> r.key().equals("customer/" + kern)
                        && "customer.updated".equals(Facts.header(r, "ce_type"))
                        && r.value().contains("\"accountType\":\"monthly\""));
        assertThat(told.value()).contains("\"id\":\"" + kern + "\"");
    }

    @Test
    void whatWasToldBeforeChangesNothing() {
        var kern = nordwind.trial("Kern");
        putAccountType(kern, "monthly", 2);
        String since = get(kern).path("updatedAt");

        putAccountType(kern, "term", 1).then().statusCode(200).body("customer.accountType", equalTo("monthly"));
        putAccountType(kern, "term", 2).then().statusCode(200);

        get(kern).then().body("accountType", equalTo("monthly")).body("updatedAt", equalTo(since));
    }

    @Test
    void whatTheCustomersAdministratorSwitchedOffStaysOffThroughConversionsAndOrders() {
        var kern = nordwind.trial("Kern");
        APartner.switchAssistance(kern, "off").then().statusCode(200);

        putAccountType(kern, "monthly", 1).then().statusCode(200);
        putAccountType(kern, "managed-order", 2).then().statusCode(200);

        get(kern).then().body("accountType", equalTo("managed-order")).body("partnerAssistance.state", equalTo("off"));
    }

    @Test
    void anOrdersCustomerIsManagedAndItsConsentIsOn() {
        var made = order(UUID.randomUUID(), orderFor("Kern"));
        made.then()
                .statusCode(200)
                .body("customer.accountType", equalTo("managed-order"))
                .body("customer.managed", equalTo(true))
                .body("customer.products", empty())
                .body("consent.state", equalTo("on"))
                .body("consent.source", equalTo("managed-order"))
                .body("assigned", equalTo(true));
        var id = UUID.fromString(made.path("customer.id"));

        as(nordwind.businessAdmin("bea"))
                .get("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .body("managed", equalTo(true))
                .body("actions.rename.reason", equalTo("managed-order-read-only"));
        as(nordwind.superAdmin())
                .get("/v1/administrators/bea")
                .then()
                .statusCode(200)
                .body("customerIds", contains(id.toString()));
        problem(
                patchAs(nordwind.superAdmin())
                        .body("{\"displayName\":\"Other\"}")
                        .patch("/v1/customers/" + id),
                409,
                "managed-order-read-only");
        Facts.await(
                "kontor.customers.v1",
                r -> r.key().equals("customer/" + id) && "customer.created".equals(Facts.header(r, "ce_type")));
    }

    @Test
    void oneOrderHasOneCustomerHoweverOftenAndAtOnceItIsAskedFor() throws Exception {
        var orderId = UUID.randomUUID();
        var ids = new HashSet<String>();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = pool.invokeAll(IntStream.range(0, 16)
                    .mapToObj(i -> (java.util.concurrent.Callable<Response>) () -> order(orderId, orderFor("Kern")))
                    .toList());
            for (var answer : answers) {
                ids.add(answer.get().then().statusCode(200).extract().path("customer.id"));
            }
        } finally {
            pool.shutdown();
        }
        assertThat(ids).hasSize(1);
        as(nordwind.superAdmin()).get("/v1/customers?count=true").then().body("total", equalTo(1));
    }

    @Test
    void anOrdersCustomerIsCheckedLikeAnyOther() {
        nordwind.created(nordwind.aTrial("Kern").put("externalId", "K-1"));
        problem(order(UUID.randomUUID(), orderFor("Other").put("externalId", "K-1")), 409, "external-id-taken");

        var wrong = orderFor(" ").put("region", "XX");
        wrong.withObject("contact").put("phone", "none");
        problem(order(UUID.randomUUID(), wrong), 400, "validation-failed")
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/region"))
                .body("errors.pointer", hasItem("/contact/phone"));
    }

    @Test
    void managedRowsShowOnlyToPartnersInTheProgram() {
        var id = UUID.fromString(order(UUID.randomUUID(), orderFor("Kern")).path("customer.id"));
        nordwind.trial("Maier");
        var outside = nordwind.superAdminIn("msp-flex");

        as(outside)
                .get("/v1/customers?count=true")
                .then()
                .body("items.displayName", contains("Maier"))
                .body("total", equalTo(1));
        as(outside).get("/v1/customers?search=kern").then().body("items", empty());
        for (var answer : new Response[] {
            as(outside).get("/v1/customers/" + id),
            as(outside).get("/v1/customers/" + id + "/contact"),
            as(outside).get("/v1/customers/" + id + "/partner-assistance"),
            as(outside).get("/v1/customers/" + id + "/partner-assistance/history"),
            as(outside).post("/v1/customers/" + id + "/partner-assistance/requests"),
            as(outside).post("/v1/customers/" + id + "/launch"),
            as(outside).get("/v1/customers/" + id + "/logo"),
            as(outside).delete("/v1/customers/" + id + "/logo"),
            as(outside).get("/v1/customers/" + id + "/access-log"),
            patchAs(outside).body("{\"displayName\":\"x\"}").patch("/v1/customers/" + id)
        }) {
            problem(answer, 404, "not-found");
        }
        get(id).then().statusCode(200);
    }

    @Test
    void nobodyButAServiceDecides() {
        var kern = nordwind.trial("Kern");
        problem(
                as(nordwind.superAdmin())
                        .body(Map.of("accountType", "monthly", "version", 1))
                        .put("/internal/customers/" + kern + "/account-type"),
                403,
                "role-required");
        problem(putAccountType(UUID.randomUUID(), "monthly", 1), 404, "not-found");
        problem(putAccountType(kern, "free", 1), 400, "validation-failed");
        problem(putAccountType(kern, "monthly", 0), 400, "validation-failed");
    }

    private Response get(UUID customer) {
        return as(nordwind.superAdmin()).get("/v1/customers/" + customer);
    }

    private Response putAccountType(UUID customer, String type, int version) {
        return as(Passports.internal("licensing", "customers"))
                .body(Map.of("customerId", customer, "partnerId", nordwind.id, "accountType", type, "version", version))
                .put("/internal/customers/" + customer + "/account-type");
    }

    private Response order(UUID orderId, ObjectNode order) {
        return as(Passports.internal("licensing", "customers"))
                .body(order.toString())
                .put("/internal/managed-orders/" + orderId + "/customer");
    }

    private ObjectNode orderFor(String name) {
        var order = JSON.createObjectNode()
                .put("partnerId", nordwind.id.toString())
                .put("by", "bea")
                .put("name", name)
                .put("region", "DE");
        order.set("contact", APartner.contact());
        return order;
    }
}
