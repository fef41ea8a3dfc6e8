package dev.kontor.customers.partnerapi;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.customers.ALicensing;
import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tenants as the scripts of the vendor's own API read and create them (domain.md rule 44). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class TenantsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "name",
            "showAs",
            "dataGeography",
            "dataRegion",
            "billingType",
            "partner",
            "organization",
            "apiHost",
            "status",
            "contact",
            "externalIds");

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
    }

    private JsonPath list(String query) {
        return as(nordwind.superAdmin())
                .get("/partner/v1/tenants" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void provide() {
        as(nordwind.superAdmin())
                .body(
                        """
                        {"trial": {"products": ["%s"]}, "monthly": {"products": ["%s"], "acceptTerms": true}}"""
                                .formatted(APartner.EMAIL, APartner.ENDPOINT))
                .put("/v1/partner/provisioning")
                .then()
                .statusCode(200);
    }

    static ObjectNode aTenant(String name, String billingType) {
        var tenant = JSON.createObjectNode()
                .put("name", name)
                .put("dataGeography", "DE")
                .put("billingType", billingType);
        tenant.putObject("contact")
                .put("firstName", "Petra")
                .put("lastName", "Krüger")
                .put("email", "petra.krueger@example.com")
                .put("phone", "030 12345678")
                .put("fax", "030 12345679")
                .putObject("address")
                .put("address1", "Invalidenstraße 1")
                .put("address2", "Hinterhaus")
                .put("city", "Berlin")
                .put("countryCode", "DE")
                .put("postalCode", "10115");
        return tenant;
    }

    private Response create(ObjectNode tenant) {
        return as(nordwind.superAdmin()).body(tenant.toString()).post("/partner/v1/tenants");
    }

    @Test
    void aTenantHasTheVendorsMembersAndNoOther() {
        var id = nordwind.created(nordwind.aTrial("Bäckerei Müller GmbH")
                .put("displayName", "Müller")
                .put("externalId", "PSA-1"));

        var listed = list("");
        assertThat(listed.getMap("$").keySet()).isEqualTo(Set.of("items", "pages"));
        assertThat(listed.getMap("items[0]").keySet()).isEqualTo(MEMBERS);
        as(nordwind.superAdmin())
                .get("/partner/v1/tenants/" + id)
                .then()
                .statusCode(200)
                .body("$", equalTo(listed.getMap("items[0]")))
                .body("id", equalTo(id.toString()))
                .body("name", equalTo("Bäckerei Müller GmbH"))
                .body("showAs", equalTo("Müller"))
                .body("dataGeography", equalTo("DE"))
                .body("dataRegion", equalTo("eu02"))
                .body("billingType", equalTo("trial"))
                .body("partner.id", equalTo(nordwind.id.toString()))
                .body("organization", nullValue())
                .body("apiHost", equalTo("http://127.0.0.1:8080"))
                .body("status", equalTo("inactive"))
                .body("externalIds", contains("PSA-1"))
                .body("contact.lastName", equalTo("Krüger"))
                .body("contact.address.address1", equalTo("Invalidenstraße 1"))
                .body("contact.address.countryCode", equalTo("DE"));
        assertThat(listed.getMap("items[0].contact").keySet())
                .isEqualTo(Set.of("firstName", "lastName", "email", "phone", "address"));
    }

    @Test
    void productsAreWhatProtectsNowOnceThatIsKnown() {
        var id = nordwind.trial("Kern");
        ALicensing.told(id, "trial trial 2027-01-31T00:00:00Z", "term lapsed 2020-01-31T00:00:00Z")
                .send(null);

        await().untilAsserted(() -> as(nordwind.superAdmin())
                .get("/partner/v1/tenants/" + id)
                .then()
                .body("products.code", contains("endpoint-advanced"))
                .body("status", equalTo("active")));
    }

    @Test
    void totalsAreTheOnlyOnesWhoAskForThem() {
        IntStream.range(0, 3).forEach(i -> nordwind.trial("Kunde " + i));

        assertThat(list("").getMap("pages")).isEqualTo(java.util.Map.of("current", 1, "size", 50, "maxSize", 100));
        for (var asked : List.of("true", "True", "TRUE")) {
            assertThat(list("?pageSize=2&pageTotal=" + asked).getMap("pages"))
                    .isEqualTo(java.util.Map.of("current", 1, "size", 2, "maxSize", 100, "total", 2, "items", 3));
        }
        assertThat(list("?pageTotal=False").getMap("pages")).hasSize(3);
        assertThat(list("?pageSize=2&page=9&pageTotal=true").getList("items")).isEmpty();
    }

    @Test
    void aPartnerWithoutCustomersHasOnePage() {
        var pages = list("?pageTotal=true");
        assertThat(pages.getList("items")).isEmpty();
        assertThat(pages.getInt("pages.total")).isEqualTo(1);
        assertThat(pages.getInt("pages.items")).isZero();
    }

    @Test
    void pagesAreInTheOrderOfIdsSoThatWhatIsAddedComesLast() throws SQLException {
        var ids = new ArrayList<String>();
        // By name the other way round.
        IntStream.range(0, 5)
                .forEach(i -> ids.add(nordwind.trial((char) ('Z' - i) + " GmbH").toString()));
        var first = list("?pageSize=2").getList("items.id", String.class);
        ids.add(nordwind.trial("A GmbH").toString());

        var walked = new ArrayList<>(first);
        walked.addAll(list("?pageSize=2&page=2").getList("items.id", String.class));
        walked.addAll(list("?pageSize=2&page=3").getList("items.id", String.class));
        assertThat(walked).isEqualTo(ids);

        // One that leaves moves the later ones forward by one.
        OwnDatabase.change(
                "update customer set partner_id = '00000000-0000-0000-0000-000000000001' where id = ?",
                UUID.fromString(ids.get(0)));
        assertThat(list("?pageSize=2&page=2").getList("items.id", String.class)).isEqualTo(ids.subList(3, 5));
        OwnDatabase.change("update customer set partner_id = ? where id = ?", nordwind.id, UUID.fromString(ids.get(0)));
    }

    @Test
    void unknownParametersArePassedOverAndKnownOnesChecked() {
        nordwind.trial("Kern");

        assertThat(list("?cursor=abc&tenantId=1&tenantId=2&from_date_offset_minutes=5")
                        .getList("items"))
                .hasSize(1);
        for (var wrong : List.of("page=0", "pageSize=101", "pageSize=ten", "pageTotal=maybe", "page=1&page=2")) {
            problem(as(nordwind.superAdmin()).get("/partner/v1/tenants?" + wrong), 400, "validation-failed");
        }
    }

    @Test
    void fieldsSayWhichMembersAreWanted() {
        nordwind.trial("Kern");

        assertThat(list("?fields=name,apiHost,none").getMap("items[0]").keySet())
                .isEqualTo(Set.of("id", "name", "apiHost"));
    }

    @Test
    void whatTheCallerDoesNotSeeIsNotThere() {
        var others = nordwind.trial("Kern");
        var mine = nordwind.create(nordwind.businessAdmin("bea"), nordwind.aTrial("Meins"))
                .<String>path("id");

        as(nordwind.businessAdmin("bea"))
                .get("/partner/v1/tenants?pageTotal=true")
                .then()
                .body("items.id", contains(mine))
                .body("pages.items", equalTo(1));
        problem(as(nordwind.businessAdmin("bea")).get("/partner/v1/tenants/" + others), 404, "not-found");
        problem(as(APartner.in("msp-flex").superAdmin()).get("/partner/v1/tenants/" + others), 404, "not-found");
    }

    @Test
    void aTrialBeginsWithTheDefaultProducts() throws SQLException {
        provide();

        var made = create(aTenant("Bäckerei Kern", "trial")).then().statusCode(201);
        made.body("name", equalTo("Bäckerei Kern"))
                .body("showAs", equalTo("Bäckerei Kern"))
                .body("billingType", equalTo("trial"))
                .body("status", equalTo("active"))
                .body("contact.phone", equalTo("+493012345678"))
                .body("contact.address.address2", equalTo("Hinterhaus"));
        assertThat(made.extract().jsonPath().getMap("$").keySet()).isEqualTo(MEMBERS);
        String id = made.extract().path("id");
        as(nordwind.superAdmin())
                .get("/v1/customers/" + id)
                .then()
                .body("accountType", equalTo("trial"))
                .body("partnerAssistance.source", equalTo("partner-trial"));
        assertThat(OwnDatabase.read(
                        "select array_to_string(products, ',') from customer where id = ?", UUID.fromString(id)))
                .containsExactly(APartner.EMAIL);
    }

    /** Domain.md rule 10. */
    @Test
    void aTenantBilledByUsageIsCreatedUnderTheAcceptanceRecordedWithTheDefaults() throws SQLException {
        problem(create(aTenant("Kern", "usage")), 422, "terms-not-accepted")
                .body("errors[0].detail", containsString("PUT /v1/partner/provisioning"));
        provide();

        var id = create(aTenant("Kern", "usage"))
                .then()
                .statusCode(201)
                .body("billingType", equalTo("usage"))
                .extract()
                .<String>path("id");
        assertThat(OwnDatabase.read(
                        """
                        select c.account_type || ' ' || c.terms_version || ' ' || (c.terms_accepted_at = p.terms_accepted_at)
                            || ' ' || (c.terms_accepted_at < c.created_at) || ' ' || array_to_string(c.products, ',')
                        from customer c join provisioning p on p.partner_id = c.partner_id where c.id = ?""",
                        UUID.fromString(id)))
                .containsExactly("monthly 2026-10 true true " + APartner.ENDPOINT);

        OwnDatabase.change("update provisioning set terms_version = '2025-01' where partner_id = ?", nordwind.id);
        problem(create(aTenant("Later", "usage")), 422, "terms-not-accepted");
    }

    @Test
    void withoutDefaultsThereIsNothingToBeginWith() {
        problem(create(aTenant("Kern", "trial")), 422, "provisioning-missing")
                .body("detail", containsString("PUT /v1/partner/provisioning"));
        var outside = APartner.in("msp-flex-connect");
        problem(
                as(outside.superAdmin())
                        .body(aTenant("Kern", "usage").toString())
                        .post("/partner/v1/tenants"),
                403,
                "program-required");
    }

    @ParameterizedTest
    @CsvSource({"DE,,DE,DE,DE", ",eu02,AT,AT,DE", "IE,eu01,FR,FR,IE", "DE,,FR,DE,DE", "US,,GB,US,US", "AU,au01,NZ,NZ,AU"
    })
    void theRegionIsTheContactsCountryWhereItsDataAreThere(
            String geography, String region, String contact, String country, String reads) {
        provide();
        var tenant = aTenant("Kern", "trial").put("dataGeography", geography).put("dataRegion", region);
        ((ObjectNode) tenant.at("/contact/address")).put("countryCode", contact);
        ((ObjectNode) tenant.at("/contact")).put("phone", "+493012345678");

        var id = create(tenant)
                .then()
                .statusCode(201)
                .body("dataGeography", equalTo(reads))
                .extract()
                .<String>path("id");
        as(nordwind.superAdmin()).get("/v1/customers/" + id).then().body("region", equalTo(country));
    }

    @Test
    void malformedInputIsAClientsFaultSoThatNobodyRepeatsIt() {
        provide();
        var tenant = aTenant("Kern", "trial");

        problem(create(tenant.deepCopy().put("billingType", "term")), 400, "validation-failed");
        problem(create(tenant.deepCopy().put("name", " ")), 400, "validation-failed");
        problem(create(tenant.deepCopy().put("dataRegion", "us03")), 400, "validation-failed");
        problem(create(tenant.deepCopy().putNull("dataGeography")), 400, "validation-failed");
        problem(create(tenant.deepCopy().put("dataGeography", "FR")), 400, "validation-failed")
                .body("errors[0].detail", containsString("IE"));
        problem(create(tenant.deepCopy().putNull("contact")), 400, "validation-failed");
        problem(create(JSON.createObjectNode()), 400, "validation-failed");
        var noEmail = tenant.deepCopy();
        ((ObjectNode) noEmail.at("/contact")).put("email", "nobody").remove("phone");
        problem(create(noEmail), 400, "validation-failed")
                .body("errors.pointer", contains("/contact/email", "/contact/phone"));
        for (var body : List.of("", "null", "[]", "{\"name\":", "{\"contact\": \"none\"}")) {
            assertThat(as(nordwind.superAdmin())
                            .body(body)
                            .post("/partner/v1/tenants")
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(list("").getList("items")).isEmpty();
    }

    @Test
    void membersThatNobodyHereKnowsArePassedOver() {
        provide();

        create(aTenant("Kern", "trial").put("resellerId", "x")).then().statusCode(201);
    }

    /** Scripts repeat a POST up to three times on a 5xx or a time-out, and know no keys. */
    @Test
    void theSameBodyWithinTenMinutesIsTheSameTenant() throws SQLException {
        provide();
        var first = create(aTenant("Kern", "trial"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        create(aTenant("Kern", "trial").put("resellerId", "x"))
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        create(aTenant("Kern", "usage")).then().statusCode(201).body("id", not(equalTo(first)));
        assertThat(list("").getList("items")).hasSize(2);

        OwnDatabase.change(
                "update tenant_request set at = at - interval '10 minutes' where partner_id = ?", nordwind.id);
        create(aTenant("Kern", "trial")).then().statusCode(201).body("id", not(equalTo(first)));
        assertThat(OwnDatabase.read("select count(*) from tenant_request where partner_id = ?", nordwind.id))
                .containsExactly("1");
    }

    @Test
    void soAreTwoThatComeAtOnceAndAnotherPartnersIsItsOwn() {
        provide();
        var repeats = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(aTenant("Kern", "trial"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id")))
                .toList();
        assertThat(repeats.stream().map(CompletableFuture::join).distinct()).hasSize(1);

        var first = nordwind;
        nordwind = APartner.inBothPrograms();
        provide();
        create(aTenant("Kern", "trial")).then().statusCode(201);
        as(first.superAdmin()).get("/partner/v1/tenants").then().body("items.name", contains("Kern"));
    }

    @Test
    void whoSendsKeysSaysByThemWhatIsARepeat() {
        provide();
        var ids = new ArrayList<String>();
        for (var key : List.of("one", "one", "two")) {
            ids.add(as(nordwind.superAdmin())
                    .header("Idempotency-Key", key)
                    .body(aTenant("Kern", "trial").toString())
                    .post("/partner/v1/tenants")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        problem(
                as(nordwind.superAdmin())
                        .header("Idempotency-Key", "one")
                        .body(aTenant("Another", "trial").toString())
                        .post("/partner/v1/tenants"),
                422,
                "idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partner/v1/tenants", "/whoami/v1"})
    void operatorsAndReportersAreNobodyHere(String path) {
        problem(as(Passports.operator()).get(path), 403, "role-required");
        problem(as(Passports.usageReporter()).get(path), 403, "role-required");
    }

    @Test
    void whoamiSaysWhoAndWhere() {
        var partner = as(nordwind.readOnly("rosa")).get("/whoami/v1?x=1").then().statusCode(200);
        assertThat(partner.extract().jsonPath().getMap("$"))
                .isEqualTo(java.util.Map.of(
                        "id",
                        nordwind.id.toString(),
                        "idType",
                        "partner",
                        "apiHosts",
                        java.util.Map.of("global", "http://127.0.0.1:8080")));
        var customer = nordwind.trial("Kern");
        as(Passports.customerAdmin(customer))
                .get("/whoami/v1")
                .then()
                .statusCode(200)
                .body("id", equalTo(customer.toString()))
                .body("idType", equalTo("tenant"))
                .body("apiHosts.global", equalTo("http://127.0.0.1:8080"))
                .body("apiHosts.dataRegion", equalTo("http://127.0.0.1:8080"));
    }

    @Test
    void listsOfAllKeepTheOrderAlsoForReaders() {
        nordwind.trial("Kern");
        as(nordwind.readOnly("rosa")).get("/partner/v1/tenants").then().body("items", empty());
        as(nordwind.superAdmin()).get("/partner/v1/tenants").then().body("items.name", hasItem("Kern"));
    }
}
