package dev.kontor.customers.crm;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names on their way to the CRM (domain.md rule 5). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(value = CrmSettings.class, scope = TestResourceScope.GLOBAL)
class CrmJourneyTest {

    private static final String PATH = "/v1/integrations/crm";

    private APartner nordwind;
    private ACrm crm;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        crm = new ACrm();
    }

    @AfterEach
    void close() {
        crm.close();
    }

    @Test
    void aRenameReachesTheAccountInSalesforcesForm() {
        connect().then().statusCode(200);
        var kern = linked("Kern");
        awaitSync(kern, "synced");

        rename(kern, "Backhaus Kern & Söhne").then().body("crmSync", equalTo("pending"));

        awaitSync(kern, "synced");
        var last = crm.accounts.get(crm.accounts.size() - 1);
        assertThat(last.method()).isEqualTo("PATCH");
        assertThat(last.path()).isEqualTo("/services/data/v62.0/sobjects/Account/001A00000Kern");
        assertThat(last.authorization()).isEqualTo("Bearer token-1");
        assertThat(last.body()).isEqualTo("{\"Name\":\"Backhaus Kern & Söhne\"}");
        assertThat(crm.tokens).hasValue(1);
    }

    @Test
    void withoutAnAccountThereNothingIsSent() {
        connect().then().statusCode(200);
        var kern = nordwind.trial("Kern");

        rename(kern, "Backhaus").then().body("crmSync", equalTo("not-linked"));

        awaitSync(linked("Lang"), "synced");
        assertThat(crm.accounts).noneMatch(request -> request.body().contains("Backhaus"));
    }

    @Test
    void untilACrmIsConnectedNamesWait() {
        var kern = linked("Kern");
        assertThat(sync(kern)).isEqualTo("pending");

        connect().then().statusCode(200);

        awaitSync(kern, "synced");
    }

    /** Domain.md, rule 40. */
    @Test
    void whileItsPartnerIsSuspendedNamesWait() {
        connect().then().statusCode(200);
        var kern = linked("Kern");
        awaitSync(kern, "synced");
        decide("suspend", "{\"reason\":\"Unpaid\"}");

        rename(kern, "Backhaus").then().statusCode(200);
        // Names of others that come later get there meanwhile.
        var suspended = nordwind;
        nordwind = APartner.in("msp-flex");
        connect().then().statusCode(200);
        awaitSync(linked("Lang"), "synced");
        nordwind = suspended;
        assertThat(sync(kern)).isEqualTo("pending");
        assertThat(crm.accounts).noneMatch(request -> request.body().contains("Backhaus"));

        decide("resume", "{}");
        awaitSync(kern, "synced");
        assertThat(crm.accounts).anyMatch(request -> request.body().contains("Backhaus"));
    }

    private void decide(String what, String body) {
        as(Passports.operator())
                .body(body)
                .post("/v1/partners/" + nordwind.id + "/" + what)
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheCrmRefusesIsTriedAgainUntilItGetsThereWithTheNameAsItIsThen() {
        connect().then().statusCode(200);
        crm.answers(503, Map.of("Retry-After", "0"));
        var kern = linked("Kern");
        awaitSync(kern, "failed");
        as(nordwind.superAdmin()).get(PATH).then().body("failure", equalTo("crm-failed"));

        rename(kern, "Kern und Lang").then().body("crmSync", equalTo("pending"));
        crm.works();

        awaitSync(kern, "synced");
        assertThat(crm.accounts.get(crm.accounts.size() - 1).body()).isEqualTo("{\"Name\":\"Kern und Lang\"}");
        as(nordwind.superAdmin()).get(PATH).then().body("failure", nullValue());
    }

    @Test
    void theCustomerSaysWhyItsNameIsNotThere() {
        connect().then().statusCode(200);
        crm.answers(404, "[{\"message\":\"entity is deleted\",\"errorCode\":\"ENTITY_IS_DELETED\"}]");
        var kern = linked("Kern");

        awaitSync(kern, "failed");
        customer(kern)
                .then()
                .body("crmFailure.reason", equalTo("account-refused"))
                .body("crmFailure.crmCode", equalTo("ENTITY_IS_DELETED"));
        crm.works();
        link(kern, "\"001B\"").then().statusCode(200).body("crmSync", equalTo("pending"));

        awaitSync(kern, "synced");
        customer(kern).then().body("crmFailure", nullValue()).body("crmAccountId", equalTo("001B"));
        assertThat(crm.accounts.get(crm.accounts.size() - 1).path()).endsWith("/sobjects/Account/001B");
    }

    @Test
    void anAccountIsLinkedLaterToAnotherAndToNone() {
        connect().then().statusCode(200);
        var kern = nordwind.trial("Kern");

        link(kern, "\"001C\"").then().statusCode(200).body("crmAccountId", equalTo("001C"));
        awaitSync(kern, "synced");
        assertThat(crm.accounts.get(crm.accounts.size() - 1).body()).isEqualTo("{\"Name\":\"Kern\"}");
        link(kern, "\"001D\"").then().statusCode(200);
        await().untilAsserted(() ->
                assertThat(crm.accounts).anyMatch(request -> request.path().endsWith("/001D")));

        link(kern, "null")
                .then()
                .statusCode(200)
                .body("crmAccountId", nullValue())
                .body("crmSync", equalTo("not-linked"));
        rename(kern, "Backhaus").then().body("crmSync", equalTo("not-linked"));
        problem(link(kern, "\"../x\""), 400, "validation-failed");
        problem(link(kern, "5"), 400, "validation-failed");
    }

    @Test
    void aManagedOrdersCustomerIsLinkedThoughNothingElseOfItChanges() throws SQLException {
        var both = APartner.inBothPrograms();
        var kern = both.trial("Kern");
        OwnDatabase.change("update customer set managed = true, account_type = 'managed-order' where id = ?", kern);

        patchAs(both.superAdmin())
                .body("{\"crmAccountId\":\"001E\"}".getBytes(UTF_8))
                .patch("/v1/customers/" + kern)
                .then()
                .statusCode(200)
                .body("crmAccountId", equalTo("001E"));
    }

    @Test
    void otherCredentialsAreUsedAtOnce() {
        connect(crm.url(), "wrong").then().statusCode(200);
        var kern = linked("Kern");
        awaitSync(kern, "failed");
        as(nordwind.superAdmin()).get(PATH).then().body("failure", equalTo("credentials-refused"));

        connect().then().statusCode(200).body("failure", nullValue());

        awaitSync(kern, "synced");
    }

    @Test
    void theSecretIsSealedAndNeverShown() throws SQLException {
        assertThat(connect().asString()).contains("localhost").doesNotContain("s3cret");
        assertThat(as(nordwind.superAdmin()).get(PATH).asString()).doesNotContain("s3cret");
        assertThat(OwnDatabase.read(
                        "select encode(secret, 'escape') from crm_connection where partner_id = ?", nordwind.id))
                .hasSize(1)
                .noneMatch(stored -> stored.contains("s3cret"));
    }

    @Test
    void theConnectionHasAVersionAndCanBeForgotten() {
        var tag = connect().header("ETag");
        connect(crm.url(), "other").then().header("ETag", not(equalTo(tag)));

        problem(request(crm.url(), "third").header("If-Match", tag).put(PATH), 412, "version-conflict");
        as(nordwind.superAdmin()).delete(PATH).then().statusCode(204);
        problem(as(nordwind.superAdmin()).get(PATH), 404, "not-found");
        problem(as(nordwind.superAdmin()).delete(PATH), 404, "not-found");
        problem(request(crm.url(), "third").header("If-Match", "*").put(PATH), 412, "version-conflict");
        connect().then().statusCode(200).header("ETag", notNullValue());
    }

    @Test
    void onlyAPublicHttpsAddressIsConnected() {
        for (var url : List.of(
                "http://crm.example.com",
                "https://10.1.2.3",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.0.1:8443",
                "https://[fd00::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[64:ff9b::a00:1]",
                "https://0.0.0.0",
                "https://127.1",
                "https://user:password@crm.example.com",
                "https://crm.example.com?x=1",
                "https://crm.example.com#x",
                "ftp://crm.example.com",
                "crm.example.com",
                "https://",
                "https://crm.example.com:99999",
                "https://crm example")) {
            problem(connect(url, ACrm.SECRET), 400, "validation-failed").body("errors.pointer", contains("/baseUrl"));
        }
    }

    @Test
    void itIsThePartnersAloneAndOnlyForWhoMayManageIntegrations() {
        connect().then().statusCode(200);

        problem(as(APartner.in("msp-flex").superAdmin()).get(PATH), 404, "not-found");
        problem(as(nordwind.readOnly("rosa")).get(PATH), 403, "role-required");
        problem(as(nordwind.readOnly("rosa")).body("{}").put(PATH), 403, "role-required");
        problem(as(nordwind.superAdmin()).body("{}").put(PATH), 400, "validation-failed");
    }

    @Test
    void whatACustomerWasCalledInOnePartnersCrmStaysThere() throws SQLException {
        crm.answers(500, Map.of());
        connect().then().statusCode(200);
        var kern = linked("Kern");
        awaitSync(kern, "failed");

        as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/disconnect")
                .then()
                .statusCode(200);

        assertThat(OwnDatabase.read("select 1 from job_item where item = ?", kern))
                .isEmpty();
        assertThat(OwnDatabase.read("select crm_sync from customer where id = ? and crm_account_id is null", kern))
                .containsExactly("not-linked");
    }

    @Test
    void aSlowCrmKeepsNoOtherPartnersNamesWaiting() {
        var held = new CountDownLatch(1);
        crm.holdsUntil(held);
        connect().then().statusCode(200);
        var ours = IntStream.range(0, 8).mapToObj(i -> linked("Kern" + i)).toList();
        await().until(() -> !crm.accounts.isEmpty());
        try (var theirs = new ACrm()) {
            var suedwind = APartner.in("msp-flex");
            as(suedwind.superAdmin())
                    .body(Map.of("baseUrl", theirs.url(), "clientId", ACrm.CLIENT, "clientSecret", ACrm.SECRET))
                    .put(PATH)
                    .then()
                    .statusCode(200);

            suedwind.created(suedwind.aTrial("Sued").put("crmAccountId", "001A00000Sued"));

            await().until(() -> !theirs.accounts.isEmpty());
            // The first of ours is still on its way, as are all the others.
            assertThat(crm.accounts).hasSize(1);
            assertThat(ours).allSatisfy(customer -> assertThat(sync(customer)).isEqualTo("pending"));
        } finally {
            held.countDown();
        }
        ours.forEach(customer -> awaitSync(customer, "synced"));
    }

    private Response connect() {
        return connect(crm.url(), ACrm.SECRET);
    }

    private Response connect(String url, String secret) {
        return request(url, secret).put(PATH);
    }

    private RequestSpecification request(String url, String secret) {
        return as(nordwind.superAdmin()).body(Map.of("baseUrl", url, "clientId", ACrm.CLIENT, "clientSecret", secret));
    }

    private UUID linked(String name) {
        return nordwind.created(nordwind.aTrial(name).put("crmAccountId", "001A00000" + name));
    }

    private Response rename(UUID customer, String name) {
        return patchAs(nordwind.superAdmin())
                .body(("{\"displayName\":\"" + name + "\"}").getBytes(UTF_8))
                .patch("/v1/customers/" + customer);
    }

    private Response link(UUID customer, String account) {
        return patchAs(nordwind.superAdmin())
                .body(("{\"crmAccountId\":" + account + "}").getBytes(UTF_8))
                .patch("/v1/customers/" + customer);
    }

    private Response customer(UUID customer) {
        return as(nordwind.superAdmin()).get("/v1/customers/" + customer);
    }

    private String sync(UUID customer) {
        return as(nordwind.superAdmin()).get("/v1/customers/" + customer).path("crmSync");
    }

    private void awaitSync(UUID customer, String state) {
        await().untilAsserted(() -> assertThat(sync(customer)).isEqualTo(state));
    }
}
