package dev.kontor.customers.groups;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.customers.APartner.patchAs;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.ALicensing;
import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, and who sees customers through them (domain.md rule 6, "Permissions by partner role"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(value = ALicensing.class, scope = TestResourceScope.GLOBAL)
class GroupJourneyTest {

    private static final String TOPIC = "kontor.customers.v1";
    private static final String GROUPS = "/v1/customer-groups";

    @Inject
    FoldedGroups folded;

    private APartner nordwind;
    private UUID kern;
    private UUID maier;

    @BeforeEach
    void situation() {
        nordwind = APartner.in("msp-flex");
        kern = nordwind.trial("Kern");
        maier = nordwind.trial("Maier");
    }

    /** What is kept is bounded per partner (rule 41). */
    @Test
    void aPartnerHasNoMoreGroupsThanItsQuota() throws SQLException {
        OwnDatabase.change(
                """
                insert into customer_group (partner_id, id, name, name_key, created_at, updated_at, version)
                select ?, uuidv7(), 'Group ' || n, 'group ' || n, now(), now(), 0 from generate_series(1, 5000) n""",
                nordwind.id);

        problem(create("One more"), 409, "group-quota-reached");
    }

    @Test
    void aGroupIsMadeReadRenamedAndDeleted() {
        var created = create("Bäckereien");
        created.then().statusCode(201).body("name", equalTo("Bäckereien")).body("customerCount", equalTo(0));
        var path = GROUPS + "/" + created.path("id");
        assertThat(created.header("Location")).endsWith(path);

        var renamed = patchAs(nordwind.superAdmin())
                .header("If-Match", created.header("ETag"))
                .body("{\"name\":\"Bars\"}")
                .patch(path);
        renamed.then().statusCode(200).body("name", equalTo("Bars"));
        problem(
                patchAs(nordwind.superAdmin())
                        .header("If-Match", created.header("ETag"))
                        .body("{\"name\":\"Bars\"}")
                        .patch(path),
                412,
                "version-conflict");
        as(nordwind.superAdmin())
                .header("If-None-Match", renamed.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        patchAs(nordwind.superAdmin())
                .header("If-None-Match", "*")
                .body("{\"name\":\"Cafés\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Cafés"));

        as(nordwind.superAdmin()).delete(path).then().statusCode(204);
        problem(as(nordwind.superAdmin()).get(path), 404, "not-found");
        problem(as(nordwind.superAdmin()).delete(path), 404, "not-found");
    }

    @Test
    void aNameIsUniqueInThePartnerWhateverTheCase() {
        create("Straßenbäcker").then().statusCode(201);
        problem(create(" STRASSENBÄCKER "), 409, "group-name-taken");
        problem(create("straßenbäcker"), 409, "group-name-taken");
        problem(create("Strassen\u200bbacker"), 409, "group-name-taken");

        var other = id(create("Andere"));
        problem(
                patchAs(nordwind.superAdmin())
                        .body("{\"name\":\"STRASSENB\\u00c4CKER\"}")
                        .patch(GROUPS + "/" + other),
                409,
                "group-name-taken");
        as(APartner.in("msp-flex").superAdmin())
                .body(Map.of("name", "Straßenbäcker"))
                .post(GROUPS)
                .then()
                .statusCode(201);
    }

    @Test
    void whatAnOlderVersionFoldedIsFoldedAnewAndNobodyLosesItsName() throws SQLException {
        var one = id(create("Süd"));
        var other = id(create("Nord"));
        OwnDatabase.change("update customer_group set folding = 0, name_key = 'süd' where id = ?", one);
        OwnDatabase.change("update customer_group set folding = 0, name_key = 'SUD', name = 'SUD' where id = ?", other);

        folded.refold();

        problem(create("sud"), 409, "group-name-taken");
        as(nordwind.superAdmin()).get(GROUPS).then().body("items.name", containsInAnyOrder("Süd", "SUD"));
    }

    @Test
    void aNameIsBounded() {
        create("x".repeat(100)).then().statusCode(201);
        for (var name : List.of("x".repeat(101), " ", "")) {
            problem(create(name), 400, "validation-failed").body("errors.pointer", contains("/name"));
        }
        problem(as(nordwind.superAdmin()).body("{}").post(GROUPS), 400, "validation-failed");
    }

    @Test
    void groupsAreListedByNamePageByPage() {
        for (var name : List.of("c", "A", "b")) {
            create(name);
        }
        var first = as(nordwind.superAdmin()).get(GROUPS + "?limit=2");
        first.then().body("items.name", contains("A", "b"));
        as(nordwind.superAdmin())
                .get(GROUPS + "?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.name", contains("c"))
                .body("nextCursor", nullValue());
        problem(as(nordwind.superAdmin()).get(GROUPS + "?cursor=abc"), 400, "invalid-cursor");
    }

    @Test
    void aCustomerShowsItsGroupsAndIsFoundByThem() {
        var north = id(create("Nord"));
        var bakers = id(create("Bäcker"));
        put(north, kern).then().statusCode(204);
        put(bakers, kern).then().statusCode(204);
        put(bakers, kern).then().statusCode(204);
        put(bakers, maier).then().statusCode(204);

        as(nordwind.superAdmin())
                .get("/v1/customers/" + kern)
                .then()
                .body("groups.name", contains("Bäcker", "Nord"))
                .body("groups.id", contains(bakers.toString(), north.toString()));
        as(nordwind.superAdmin())
                .get("/v1/customers?count=true&groupId=" + bakers)
                .then()
                .body("items.displayName", contains("Kern", "Maier"))
                .body("total", equalTo(2));
        as(nordwind.superAdmin())
                .get("/v1/customers?search=kern&groupId=" + bakers)
                .then()
                .body("items.displayName", contains("Kern"));
        as(nordwind.superAdmin()).get(GROUPS + "/" + bakers).then().body("customerCount", equalTo(2));

        delete(bakers, kern).then().statusCode(204);
        problem(delete(bakers, kern), 404, "not-found");
        as(nordwind.superAdmin()).get("/v1/customers/" + kern).then().body("groups.name", contains("Nord"));
    }

    @Test
    void aGroupGivesAccessToItsPresentAndFutureCustomers() {
        var group = id(create("Nord"));
        put(group, kern);
        as(nordwind.superAdmin())
                .put(GROUPS + "/" + group + "/administrators/rosa")
                .then()
                .statusCode(204);
        assertThat(seenBy("rosa")).containsExactly("Kern");
        problem(as(nordwind.readOnly("rosa")).get("/v1/customers/" + maier), 404, "not-found");

        put(group, maier);
        assertThat(seenBy("rosa")).containsExactly("Kern", "Maier");
        as(nordwind.readOnly("rosa")).get("/v1/customers/" + maier).then().statusCode(200);
        as(nordwind.readOnly("rosa")).get("/v1/customers?count=true").then().body("total", equalTo(2));

        delete(group, kern);
        assertThat(seenBy("rosa")).containsExactly("Maier");
        as(nordwind.superAdmin()).delete(GROUPS + "/" + group).then().statusCode(204);
        assertThat(seenBy("rosa")).isEmpty();
    }

    @Test
    void puttingAnAdministratorInAGroupNamesItAndShowsThere() {
        var group = id(create("Nord"));
        as(nordwind.superAdmin())
                .put(GROUPS + "/" + group + "/administrators/rosa@msp.example")
                .then()
                .statusCode(204);

        as(nordwind.superAdmin())
                .get("/v1/administrators/rosa@msp.example")
                .then()
                .statusCode(200)
                .body("allCustomers", equalTo(false))
                .body("groupIds", contains(group.toString()));
        as(nordwind.superAdmin()).get(GROUPS + "/" + group).then().body("administrators", contains("rosa@msp.example"));
        var told = Facts.await(
                TOPIC, r -> r.key().equals("group-administrator/" + nordwind.id + "/" + group + "/rosa@msp.example"));
        assertThat(told.value()).contains("\"subject\":\"rosa@msp.example\"");

        as(nordwind.superAdmin())
                .delete(GROUPS + "/" + group + "/administrators/rosa@msp.example")
                .then()
                .statusCode(204);
        problem(
                as(nordwind.superAdmin()).delete(GROUPS + "/" + group + "/administrators/rosa@msp.example"),
                404,
                "not-found");
        problem(
                as(nordwind.superAdmin()).put(GROUPS + "/" + group + "/administrators/rosa rot"),
                400,
                "validation-failed");
    }

    @Test
    void whatAnAdministratorSeesCanBeSaidInGroupsToo() {
        var north = id(create("Nord"));
        var south = id(create("Süd"));
        put(north, kern);
        put(south, maier);

        assign("rosa", north, south)
                .then()
                .statusCode(200)
                .body("groupIds", containsInAnyOrder(north.toString(), south.toString()));
        assertThat(seenBy("rosa")).containsExactly("Kern", "Maier");
        assign("rosa", south).then().statusCode(200);
        assertThat(seenBy("rosa")).containsExactly("Maier");
        problem(assign("rosa", UUID.randomUUID()), 400, "validation-failed")
                .body("errors.pointer", contains("/groupIds/0"))
                .body("errors.code", contains("unknown-group"));
    }

    @Test
    void whoDoesNotSeeAllKnowsOnlyTheGroupsOfItsCustomers() {
        var north = id(create("Nord"));
        var south = id(create("Süd"));
        put(north, kern);
        put(south, maier);
        as(nordwind.superAdmin())
                .body(Map.of("allCustomers", false, "customerIds", List.of(kern)))
                .put("/v1/administrators/rosa")
                .then()
                .statusCode(200);

        var rosa = reader("rosa");
        as(rosa).get(GROUPS).then().body("items.name", contains("Nord")).body("items[0].administrators", nullValue());
        problem(as(rosa).get(GROUPS + "/" + south), 404, "not-found");
        as(reader("nobody")).get(GROUPS).then().body("items", empty());
    }

    @Test
    void everyMembershipIsARecordOfItsOwnWithATombstoneAtItsEnd() {
        var group = id(create("Nord"));
        put(group, kern);
        put(group, maier);
        as(nordwind.superAdmin()).delete(GROUPS + "/" + group).then().statusCode(204);

        for (var customer : List.of(kern, maier)) {
            var records = Facts.collect(TOPIC, r -> r.key().equals(membership(group, customer)), 2);
            assertThat(records.get(0).value()).contains("\"customerId\":\"" + customer + "\"");
            assertThat(records.get(1).value()).isNull();
        }
        var ofGroup = Facts.collect(TOPIC, r -> r.key().equals("group/" + nordwind.id + "/" + group), 2);
        assertThat(ofGroup.get(0).value()).contains("\"name\":\"Nord\"");
        assertThat(ofGroup.get(1).value()).isNull();
    }

    @Test
    void whoeverSyncsSeesACustomerAgainWhoseGroupsChanged() {
        var group = id(create("Nord"));
        String before = as(nordwind.superAdmin()).get("/v1/customers/" + kern).path("updatedAt");

        put(group, kern);
        String put = as(nordwind.superAdmin()).get("/v1/customers/" + kern).path("updatedAt");
        patchAs(nordwind.superAdmin()).body("{\"name\":\"West\"}").patch(GROUPS + "/" + group);

        assertThat(put).isGreaterThan(before);
        assertThat(as(nordwind.superAdmin()).get("/v1/customers/" + kern).<String>path("updatedAt"))
                .isGreaterThan(put);
    }

    @Test
    void onlyWhoManagesGroupsPutsACustomerThere() {
        var group = id(create("Nord"));
        var bea = nordwind.businessAdmin("bea");
        problem(as(bea).body(Map.of("name", "Meine")).post(GROUPS), 403, "role-required");
        problem(as(bea).put(GROUPS + "/" + group + "/customers/" + kern), 403, "role-required");
        problem(as(bea).delete(GROUPS + "/" + group), 403, "role-required");
        problem(as(Passports.operator()).get(GROUPS), 403, "role-required");
    }

    @Test
    void whatIsAnotherPartnersIsNotFound() {
        var group = id(create("Nord"));
        var brightwater = APartner.in("msp-flex");
        var theirs = brightwater.trial("Theirs");
        for (var answer : List.of(
                as(brightwater.superAdmin()).get(GROUPS + "/" + group),
                as(brightwater.superAdmin()).delete(GROUPS + "/" + group),
                as(brightwater.superAdmin()).put(GROUPS + "/" + group + "/customers/" + theirs),
                as(brightwater.superAdmin()).put(GROUPS + "/" + group + "/administrators/rosa"),
                put(group, theirs),
                put(group, UUID.randomUUID()),
                put(UUID.randomUUID(), kern))) {
            problem(answer, 404, "not-found");
        }
    }

    @Test
    void leavingEndsACustomersGroups() {
        var group = id(create("Nord"));
        put(group, kern);
        put(group, maier);

        as(nordwind.superAdmin())
                .post("/v1/customers/" + kern + "/disconnect")
                .then()
                .statusCode(200);

        as(nordwind.superAdmin()).get(GROUPS + "/" + group).then().body("customerCount", equalTo(1));
        assertThat(Facts.collect(TOPIC, r -> r.key().equals(membership(group, kern)), 2)
                        .get(1)
                        .value())
                .isNull();
        problem(put(group, kern), 404, "not-found");
    }

    @Test
    void aCustomerIsInAtMostAHundredGroups() throws SQLException {
        for (var i = 0; i < 100; i++) {
            OwnDatabase.change(
                    "insert into group_customer (partner_id, group_id, customer_id) values (?, ?, ?)",
                    nordwind.id,
                    UUID.randomUUID(),
                    kern);
        }
        problem(put(id(create("Nord")), kern), 409, "too-many-groups");
    }

    private Response create(String name) {
        return as(nordwind.superAdmin()).body(Map.of("name", name)).post(GROUPS);
    }

    private static UUID id(Response created) {
        return UUID.fromString(created.then().statusCode(201).extract().path("id"));
    }

    private Response put(UUID group, UUID customer) {
        return as(nordwind.superAdmin()).put(GROUPS + "/" + group + "/customers/" + customer);
    }

    private Response delete(UUID group, UUID customer) {
        return as(nordwind.superAdmin()).delete(GROUPS + "/" + group + "/customers/" + customer);
    }

    private Response assign(String subject, UUID... groups) {
        return as(nordwind.superAdmin())
                .body(Map.of("allCustomers", false, "groupIds", List.of(groups)))
                .put("/v1/administrators/" + subject);
    }

    private String reader(String subject) {
        return Passports.partner(nordwind.id, subject, "partner-read-only", Set.of("customers:read", "groups:read"))
                .bearer();
    }

    private List<String> seenBy(String subject) {
        return as(nordwind.readOnly(subject))
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.displayName");
    }

    private String membership(UUID group, UUID customer) {
        return "group-customer/" + nordwind.id + "/" + group + "/" + customer;
    }
}
