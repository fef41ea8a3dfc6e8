package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static dev.kontor.e2e.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a customer, where several services have to agree on it. */
@ExtendWith(RunningSuite.class)
class CustomerLifeIT {

    private static final Duration DERIVED_WITHIN = Duration.ofSeconds(20);

    private Suite suite;
    private Caller operator;
    private Caller admin;
    private Caller stranger;
    private String partnerId;

    @BeforeEach
    void twoPartners(Suite running) {
        suite = running;
        operator = suite.caller("vendor-operator");
        partnerId = partner();
        admin = suite.caller("partner-super-admin", "partner_id", partnerId, "programs", "msp-flex");
        stranger = suite.caller("partner-super-admin", "partner_id", partner(), "programs", "msp-flex");
    }

    @Test
    void aTrialBecomesMonthlyAndMonthlyBecomesTermInEveryServiceAtOnce() {
        var customer = created(admin, Situation.trial("Wandel"));
        var wish = Map.of("target", "monthly", "products", List.of(Situation.MONTHLY_PRODUCT));

        var announced = answered(admin.post(billingType(customer), with(wish, "dryRun", true)), 200)
                .jsonPath()
                .getList("effects.kind", String.class);
        assertThat(accountType(customer)).isEqualTo("trial");
        var happened = answered(admin.post(billingType(customer), wish), 200).jsonPath();

        assertThat(happened.getList("effects.kind", String.class)).isEqualTo(announced);
        assertThat(accountType(customer)).isEqualTo("monthly");
        assertThat(answered(admin.get(customer + "/licenses?activeOnly=true"), 200)
                        .jsonPath()
                        .getList("items.type", String.class))
                .containsExactly("monthly");

        var key = answered(
                        operator.post(
                                "/v1/license-keys",
                                Map.of("product", Situation.MONTHLY_PRODUCT, "quantity", 50, "months", 12)),
                        201)
                .jsonPath()
                .getString("key");
        answered(admin.post(billingType(customer), Map.of("target", "term", "licenseKey", key)), 200);

        assertThat(accountType(customer)).isEqualTo("term");
        refused(admin.post(customer + "/license-keys", Map.of("key", key, "mode", "renew")), 409, "license-key-used");
        refused(admin.post(customer + "/disconnect", null), 409, "active-license");
        refused(stranger.post(billingType(customer), wish), 404, "not-found");
    }

    @Test
    void aManagedOrderCanBeReadAndNotChanged() {
        refused(admin.post("/v1/managed-orders", Situation.managedOrder("Bestellt")), 403, "program-required");
        var reseller = suite.caller(
                "partner-super-admin",
                "partner_id",
                partner("msp-flex", "msp-flex-connect"),
                "programs",
                "msp-flex msp-flex-connect");

        var order = answered(reseller.post("/v1/managed-orders", Situation.managedOrder("Bestellt")), 201)
                .jsonPath();
        var customer = "/v1/customers/" + order.getString("customerId");

        var seen = answered(reseller.get(customer), 200).jsonPath();
        assertThat(seen.getBoolean("managed")).isTrue();
        assertThat(seen.getString("accountType")).isEqualTo("managed-order");
        assertThat(seen.getString("partnerAssistance.source")).isEqualTo("managed-order");
        assertThat(answered(reseller.get(customer + "/licenses"), 200)
                        .jsonPath()
                        .getList("items.type", String.class))
                .containsExactly("ordered");
        answered(reseller.get(customer + "/contact"), 200);
        answered(reseller.post(customer + "/launch", null), 201);
        refused(reseller.patch(customer, Map.of("displayName", "x")), 409, "managed-order-read-only");
        var monthly = Map.of("target", "monthly", "products", List.of(Situation.MONTHLY_PRODUCT));
        refused(reseller.post(billingType(customer), monthly), 409, "managed-order-read-only");
        refused(reseller.post(customer + "/disconnect", null), 409, "managed-order-read-only");
    }

    @Test
    void aCustomerThatSignedUpIsConnectedWithItsConsentAndLeavesWithoutATrace() {
        var signedUp = answered(operator.post("/v1/customers", Situation.selfService("Selbst")), 201)
                .jsonPath();
        var id = signedUp.getString("id");
        var customer = "/v1/customers/" + id;
        var theirs = suite.caller("customer-admin", "customer_id", id);
        refused(admin.get(customer), 404, "not-found");

        var request = answered(
                        admin.post("/v1/management-requests", Map.of("accountKey", signedUp.getString("accountKey"))),
                        201)
                .jsonPath()
                .getString("id");
        answered(theirs.post("/v1/management-requests/" + request + "/approve", null), 200);

        answered(admin.get(customer), 200);
        refused(stranger.get(customer), 404, "not-found");
        assertThat(answered(admin.get(customer + "/licenses"), 200).jsonPath().getList("items"))
                .isNotEmpty();
        refused(admin.get(customer + "/dashboards"), 403, "partner-assistance-off");
        answered(theirs.put(customer + "/partner-assistance", "application/json", Map.of("state", "on")), 200);
        answered(admin.get(customer + "/dashboards"), 200);

        answered(admin.post(customer + "/disconnect", null), 200);

        for (var path : List.of(customer, customer + "/licenses", customer + "/dashboards")) {
            refused(admin.get(path), 404, "not-found");
        }
        refused(admin.post(customer + "/launch", null), 404, "not-found");
        assertThat(answered(theirs.get(customer + "/partner-assistance"), 200)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("off");
    }

    @Test
    void aMonthlyCustomerLeavesOnTheFirstAndIsBilledForItsLastMonth() {
        var reporter = suite.caller("usage-reporter", "subject", "reporter-" + UUID.randomUUID());
        var customer = created(admin, Situation.monthly("Abschied"));
        var id = customer.substring(customer.lastIndexOf('/') + 1);
        var month = new BilledMonth(suite, operator, reporter, admin, stranger, partnerId, id);
        month.aMonthOfUsageIsPostedTwiceAndCountsOnce();
        var first = YearMonth.from(suite.now().atZone(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay();

        var scheduled =
                answered(admin.post(customer + "/disconnect", null), 202).jsonPath();
        assertThat(scheduled.getString("scheduledFor"))
                .startsWith(first.toLocalDate().toString());
        answered(admin.delete(customer + "/disconnect"), 204);
        assertThat(answered(admin.get(customer), 200).jsonPath().getMap("disconnect"))
                .isNull();
        answered(admin.post(customer + "/disconnect", null), 202);

        month.theClockMovesPastTheGrace();

        await().atMost(DERIVED_WITHIN).untilAsserted(() -> refused(admin.get(customer), 404, "not-found"));
        refused(admin.get(customer + "/licenses"), 404, "not-found");
        month.finished(month.close());
        month.oneStatement();
    }

    @Test
    void aGroupShowsAnAdministratorItsCustomersInEveryServiceAndTakesThemAway() {
        var shown = created(admin, Situation.trial("Gruppiert"));
        var hidden = created(admin, Situation.trial("Verborgen"));
        var id = shown.substring(shown.lastIndexOf('/') + 1);
        var subject = "admin-" + UUID.randomUUID();
        var assigned =
                suite.caller("partner-admin", "partner_id", partnerId, "programs", "msp-flex", "subject", subject);
        refused(assigned.get(shown), 404, "not-found");

        var group = "/v1/customer-groups/"
                + answered(admin.post("/v1/customer-groups", Map.of("name", "Norden")), 201)
                        .jsonPath()
                        .getString("id");
        answered(admin.put(group + "/administrators/" + subject, "application/json", Map.of()), 204);
        answered(admin.put(group + "/customers/" + id, "application/json", Map.of()), 204);

        await().atMost(DERIVED_WITHIN).untilAsserted(() -> {
            assertThat(answered(assigned.get("/v1/customers"), 200).jsonPath().getList("items.id", String.class))
                    .containsExactly(id);
            answered(assigned.get(shown + "/licenses"), 200);
            answered(assigned.get(shown + "/dashboards"), 200);
            assertThat(answered(assigned.get("/v1/licenses"), 200).jsonPath().getList("items.customerId", String.class))
                    .isNotEmpty()
                    .containsOnly(id);
        });
        refused(assigned.get(hidden), 404, "not-found");
        refused(assigned.get(hidden + "/dashboards"), 404, "not-found");

        answered(admin.delete(group + "/customers/" + id), 204);

        await().atMost(DERIVED_WITHIN).untilAsserted(() -> {
            refused(assigned.get(shown), 404, "not-found");
            refused(assigned.get(shown + "/licenses"), 404, "not-found");
            refused(assigned.get(shown + "/dashboards"), 404, "not-found");
        });
    }

    private String created(Caller by, Map<String, Object> wanted) {
        return "/v1/customers/"
                + answered(by.post("/v1/customers", wanted), 201).jsonPath().getString("id");
    }

    private String accountType(String customer) {
        return answered(admin.get(customer), 200).jsonPath().getString("accountType");
    }

    private static String billingType(String customer) {
        return customer + "/billing-type";
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var all = new HashMap<>(body);
        all.put(name, value);
        return all;
    }

    private String partner(String... programs) {
        var name = "Partner " + UUID.randomUUID().toString().substring(0, 8);
        var of = programs.length == 0 ? new String[] {"msp-flex"} : programs;
        return answered(operator.post("/v1/partners", Situation.partner(name, of)), 201)
                .jsonPath()
                .getString("id");
    }
}
