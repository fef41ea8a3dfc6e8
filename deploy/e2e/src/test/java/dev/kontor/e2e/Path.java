package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static dev.kontor.e2e.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.RunningSuite.Suite;
import io.restassured.response.Response;
import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The path of one partner's month through the whole suite; each step leaves what the next one needs. */
final class Path {

    private static final Duration DERIVED_WITHIN = Duration.ofSeconds(20);

    private final Suite suite;
    private final String name = "Nordwind " + UUID.randomUUID().toString().substring(0, 8);
    private final Caller operator;
    private final Caller reporter;

    private String partnerId;
    private String trialId;
    private String monthlyId;
    private Caller admin;
    private Caller customerAdmin;
    private Caller stranger;
    private Caller reader;

    Path(Suite suite) {
        this.suite = suite;
        operator = suite.caller("vendor-operator");
        reporter = suite.caller("usage-reporter", "subject", "reporter-" + UUID.randomUUID());
    }

    void aPartnerIsCreated() {
        partnerId = answered(operator.post("/v1/partners", Situation.partner(name, "msp-flex")), 201)
                .jsonPath()
                .getString("id");
        admin = suite.caller("partner-super-admin", "partner_id", partnerId, "programs", "msp-flex");
        var other = answered(operator.post("/v1/partners", Situation.partner(name + " stranger", "msp-flex")), 201)
                .jsonPath()
                .getString("id");
        stranger = suite.caller("partner-super-admin", "partner_id", other, "programs", "msp-flex");
        reader = suite.caller("partner-read-only", "partner_id", partnerId, "programs", "msp-flex");
        var subject = reader.get("/v1/whoami").jsonPath().getString("subject");
        answered(
                admin.put(
                        "/v1/administrators/" + subject,
                        "application/json",
                        Map.of("allCustomers", true, "customerIds", List.of(), "groupIds", List.of())),
                200);
    }

    void aTrialIsCreatedAndItsLicencesAppear() {
        var created = answered(admin.post("/v1/customers", Situation.trial("Bäckerei Müller " + name)), 201)
                .jsonPath();
        trialId = created.getString("id");
        assertThat(created.getString("partnerAssistance.state")).isEqualTo("on");
        assertThat(created.getString("partnerAssistance.source")).isEqualTo("partner-trial");
        customerAdmin = suite.caller("customer-admin", "customer_id", trialId);

        // The very next call knows the customer and its first licences, in another service.
        var licenses = answered(admin.get("/v1/customers/" + trialId + "/licenses"), 200)
                .jsonPath();
        assertThat(licenses.getList("items.type", String.class)).hasSize(2).containsOnly("trial");
        assertThat(licenses.getList("items.status", String.class)).containsOnly("trial");
    }

    void theListShowsItsLicenceStatusAndFindsItByAPartOfItsName() {
        await().atMost(DERIVED_WITHIN).untilAsserted(() -> {
            var found = answered(admin.get("/v1/customers?search=MULLER"), 200).jsonPath();
            assertThat(found.getList("items.id", String.class)).containsExactly(trialId);
            assertThat(found.getString("items[0].licenses.status")).isEqualTo("trial");
            assertThat(found.getString("items[0].status")).isEqualTo("active");
        });
        assertThat(admin.get("/v1/customers?search=nobody").jsonPath().getList("items"))
                .isEmpty();
    }

    void itsAccountCanBeLaunched() {
        assertThat(launchedSession().get("/v1/whoami").jsonPath().getString("customerId"))
                .isEqualTo(trialId);
        answered(launchedSession().get(dashboards()), 200);
    }

    void withConsentOffNothingInsideTheAccountWorks() {
        var session = launchedSession();
        answered(switchAssistance("off"), 200);

        refused(admin.post("/v1/customers/" + trialId + "/launch", null), 403, "partner-assistance-off");
        refused(admin.get(dashboards()), 403, "partner-assistance-off");
        refused(session.get(dashboards()), 403, "partner-assistance-off");
        assertThat(answered(admin.get("/v1/customers"), 200).jsonPath().getList("items.id", String.class))
                .contains(trialId);
        answered(admin.get("/v1/customers/" + trialId + "/contact"), 200);
        answered(customerAdmin.get(dashboards()), 200);
        for (var path : pathsOfTheTrial()) {
            refused(stranger.get(path), 404, "not-found");
        }
    }

    void withConsentOnItWorksAgain() {
        answered(switchAssistance("on"), 200);

        answered(admin.get(dashboards()), 200);
        itsAccountCanBeLaunched();
    }

    /** Answers the month that is billed for it. */
    BilledMonth aMonthlyAccountIsCreated() {
        var body = Situation.monthly("Spedition Weiß " + name);
        var key = UUID.randomUUID().toString();
        monthlyId =
                answered(admin.post("/v1/customers", body, key), 201).jsonPath().getString("id");
        var again = answered(admin.post("/v1/customers", body, key), 201);
        assertThat(again.jsonPath().getString("id")).isEqualTo(monthlyId);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");

        var licenses = answered(admin.get("/v1/customers/" + monthlyId + "/licenses"), 200)
                .jsonPath();
        assertThat(licenses.getList("items.type", String.class)).containsExactly("monthly");
        return new BilledMonth(suite, operator, reporter, admin, stranger, partnerId, monthlyId);
    }

    void aDashboardIsPrintedWithBothLogosAndTheName() {
        answered(admin.put("/v1/partner/logo", "image/png", Situation.logo(new Color(0x1F4E79))), 204);
        answered(
                admin.put("/v1/customers/" + trialId + "/logo", "image/png", Situation.logo(new Color(0xC55A11))), 204);
        var pdf = export(admin);
        assertThat(pdf.text()).contains("Bäckerei Müller");
        assertThat(pdf.imagesOnFirstPage()).isEqualTo(2);
        assertThat(export(reader).text()).contains("Bäckerei Müller");
    }

    void afterARenameTheNextPdfHasTheNewName() {
        var renamed = "Konditorei Łukasz " + name.substring(name.length() - 8);
        answered(admin.patch("/v1/customers/" + trialId, Map.of("displayName", renamed)), 200);

        var text = export(admin).text();
        assertThat(text).contains("Konditorei Łukasz").doesNotContain("Bäckerei Müller");
    }

    void aReaderIsRefusedEachWriteItsRoleLacks() {
        refused(reader.post("/v1/partners", Situation.partner("x", "msp-flex")), 403, "role-required");
        refused(reader.post("/v1/customers", Situation.trial("x")), 403, "role-required");
        refused(reader.patch("/v1/customers/" + trialId, Map.of("displayName", "x")), 403, "role-required");
        refused(reader.post("/v1/customers/" + trialId + "/launch", null), 403, "role-required");
        refused(
                reader.put(
                        "/v1/customers/" + trialId + "/partner-assistance", "application/json", Map.of("state", "on")),
                403,
                "role-required");
        refused(
                reader.put("/v1/customers/" + trialId + "/logo", "image/png", Situation.logo(Color.RED)),
                403,
                "role-required");
        refused(reader.put("/v1/partner/logo", "image/png", Situation.logo(Color.RED)), 403, "role-required");
        refused(reader.post("/v1/usage-records", List.of()), 403, "role-required");
        refused(reader.post("/v1/billing-periods/2026-01/close", null), 403, "role-required");
        refused(
                reader.put("/v1/administrators/someone", "application/json", Map.of("allCustomers", true)),
                403,
                "role-required");
    }

    void aStrangerFindsNothingOfIt() {
        for (var path : pathsOfTheTrial()) {
            refused(stranger.get(path), 404, "not-found");
        }
        refused(stranger.patch("/v1/customers/" + trialId, Map.of("displayName", "x")), 404, "not-found");
        refused(stranger.post("/v1/customers/" + trialId + "/launch", null), 404, "not-found");
        refused(stranger.post(firstDashboard() + "/exports", Map.of("format", "pdf")), 404, "not-found");
    }

    void everyCallIntoTheAccountIsInTheAccessLog() {
        await().atMost(DERIVED_WITHIN).untilAsserted(() -> {
            var log = answered(admin.get("/v1/customers/" + trialId + "/access-log?limit=200"), 200)
                    .jsonPath();
            assertThat(log.getList("items.outcome", String.class)).contains("allowed", "refused");
            assertThat(log.getList("items.reason", String.class)).contains("partner-assistance-off");
            // In real time and in order, however far the suite's clock was moved.
            assertThat(log.getList("items.at", String.class))
                    .extracting(Instant::parse)
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .allSatisfy(at -> assertThat(at).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS)));
            assertThat(customerAdmin
                            .get("/v1/customers/" + trialId + "/access-log/verification")
                            .jsonPath()
                            .getBoolean("intact"))
                    .isTrue();
        });
    }

    void everyListSaysHowManyItHas() {
        var trial = "/v1/customers/" + trialId;
        counted(
                admin,
                "/v1/customers",
                "/v1/customer-groups",
                "/v1/administrators",
                "/v1/management-requests",
                "/v1/licenses",
                "/v1/products",
                "/v1/early-access-programs",
                "/v1/statements",
                "/v1/usage",
                "/v1/usage?granularity=day",
                trial + "/licenses",
                trial + "/early-access",
                trial + "/access-log",
                trial + "/partner-assistance/history",
                trial + "/dashboards");
        var statement = admin.get("/v1/statements").jsonPath().getString("items[0].id");
        counted(admin, "/v1/statements/" + statement + "/lines");
        counted(customerAdmin, trial + "/launch-sessions", "/v1/management-requests");
        counted(operator, "/v1/billing-periods", "/v1/usage-quarantine", "/v1/partners");
    }

    private static void counted(Caller caller, String... lists) {
        for (var list : lists) {
            var page = list + (list.contains("?") ? "&" : "?") + "count=true&limit=";
            // Entries of the access log still arrive.
            await().atMost(DERIVED_WITHIN).untilAsserted(() -> {
                var total = answered(caller.get(page + 1), 200).jsonPath().getLong("total");
                var all = answered(caller.get(page + 200), 200).jsonPath();
                assertThat(total).as(list).isEqualTo(all.getLong("total"));
                if (all.get("nextCursor") == null) {
                    assertThat(total).as(list).isEqualTo(all.getList("items").size());
                }
            });
        }
    }

    /** Nothing that was done came twice, and nothing is missing. */
    void nothingIsLostAndNothingDoubled() {
        await().atMost(DERIVED_WITHIN).untilAsserted(() -> {
            var customers = answered(admin.get("/v1/customers?count=true"), 200).jsonPath();
            assertThat(customers.getLong("total")).isEqualTo(2);
            // The trial's 30 days may have ended in the month that went by.
            assertThat(customers.getList("items.licenses.status", String.class))
                    .contains("active")
                    .doesNotContain("none");
        });
        assertThat(admin.get("/v1/customers/" + trialId + "/licenses")
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
        assertThat(admin.get("/v1/customers/" + monthlyId + "/licenses")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    private Caller launchedSession() {
        var launched = answered(admin.post("/v1/customers/" + trialId + "/launch", null), 201)
                .jsonPath();
        var url = launched.getString("launchUrl");
        var code = url.substring(url.indexOf("code=") + "code=".length());
        var exchanged = answered(admin.post("/v1/launch-sessions", Map.of("code", code)), 201)
                .jsonPath();
        assertThat(exchanged.getInt("expiresIn")).isBetween(1, 900);
        return new Caller(suite.url(), exchanged.getString("accessToken"));
    }

    private Response switchAssistance(String state) {
        return customerAdmin.put(
                "/v1/customers/" + trialId + "/partner-assistance", "application/json", Map.of("state", state));
    }

    private Pdf export(Caller caller) {
        var export = answered(caller.post(firstDashboard() + "/exports", Map.of("format", "pdf", "locale", "de")), 201)
                .jsonPath()
                .getString("id");
        return Pdf.of(answered(caller.get("/v1/exports/" + export + "/content", "application/pdf"), 200)
                .asByteArray());
    }

    private String firstDashboard() {
        return dashboards() + "/" + admin.get(dashboards()).jsonPath().getString("items[0].id");
    }

    private String dashboards() {
        return "/v1/customers/" + trialId + "/dashboards";
    }

    private List<String> pathsOfTheTrial() {
        var customer = "/v1/customers/" + trialId;
        return List.of(
                customer,
                customer + "/contact",
                customer + "/licenses",
                customer + "/partner-assistance",
                customer + "/access-log",
                customer + "/logo",
                dashboards());
    }
}
