package dev.kontor.customers.customers;

import static dev.kontor.customers.APartner.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.customers.APartner;
import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer list (domain.md rules 1 to 3). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class CustomerListTest {

    @Inject
    FoldedCustomers folded;

    private APartner nordwind;

    @BeforeEach
    void situation() {
        nordwind = APartner.inBothPrograms();
    }

    @ParameterizedTest
    @CsvSource({"muller", "MÜLLER", "ller g", "muller gmbh", "' Müller '"})
    void searchFindsAnyPartOfTheNameWithoutCaseAndAccents(String search) {
        nordwind.trial("Bäckerei Müller GmbH");
        nordwind.trial("Schreinerei Kern");

        assertThat(names(list("?search={s}", search))).containsExactly("Bäckerei Müller GmbH");
    }

    @ParameterizedTest
    @CsvSource({"ü", "mü", "G", "er"})
    void oneAndTwoLettersAreSearchedToo(String search) {
        nordwind.trial("Bäckerei Müller GmbH");
        nordwind.trial("Kino");

        assertThat(names(list("?search={s}", search))).containsExactly("Bäckerei Müller GmbH");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Işık Bilişim, isik",
                "Işık Bilişim, ISIK",
                "Işık Bilişim, ışık",
                "Işık Bilişim, IŞIK",
                "ΟΔΟΣΕΙΑ Α.Ε., ΟΔΟΣ",
                "Acme\u200b Holding, acme holding",
                "O’Brien & Sons, o'brien",
                "Süd–West, sud-west",
                "Đà Nẵng, đà n"
            })
    void searchFindsItHoweverItIsWritten(String name, String search) {
        nordwind.trial(name);

        assertThat(names(list("?search={s}", search))).containsExactly(name);
    }

    @Test
    void whatAnOlderVersionFoldedIsFoldedAnewAndNobodyLosesItsId() throws SQLException {
        var one = nordwind.created(nordwind.aTrial("Äpfel & Łódź").put("externalId", "K-1"));
        var other = nordwind.created(nordwind.aTrial("Apfel2").put("externalId", "K-2"));
        OwnDatabase.change(
                "update customer set folding = 0, sort_name = 'zz', search_text = 'zz', external_id_key = 'K-1' where id = ?",
                one);
        OwnDatabase.change(
                "update customer set folding = 0, external_id = 'k-1', external_id_key = 'k-1', sort_name = 'y' where id = ?",
                other);

        folded.refold();

        assertThat(names(list("?search={s}", "LODZ"))).containsExactly("Äpfel & Łódź");
        assertThat(names(list("?sort=displayName"))).containsExactly("Äpfel & Łódź", "Apfel2");
        assertThat(list("").jsonPath().getList("items.externalId")).containsExactlyInAnyOrder("K-1", "k-1");
        problem(
                nordwind.create(nordwind.superAdmin(), nordwind.aTrial("Third").put("externalId", "K–1")),
                409,
                "external-id-taken");
    }

    @Test
    void noSearchReachesFromOneNameIntoTheOther() {
        nordwind.created(nordwind.aTrial("Müller").put("displayName", "Backhaus"));

        assertThat(names(list("?search={s}", "backhaus muller"))).isEmpty();
        assertThat(names(list("?search={s}", "haus m"))).isEmpty();
    }

    @Test
    void backslashesAreSearchedLiterally() {
        nordwind.trial("a\\b");
        nordwind.trial("ab");

        assertThat(names(list("?search={s}", "\\"))).containsExactly("a\\b");
    }

    @Test
    void searchAndEveryFilterNarrowTogether() {
        var kern = nordwind.trial("Kern Nord");
        nordwind.trial("Kern Süd");
        nordwind.trial("Maier Nord");
        APartner.switchAssistance(kern, "off").then().statusCode(200);
        tellLicenses(kern, 1, "expired", "[{\"category\":\"endpoint\",\"status\":\"expired\",\"types\":[\"term\"]}]");

        var both = list("?search=kern&partnerAssistance=off&licenseStatus=expired&licenseCategory=endpoint"
                + "&status=inactive&accountType=trial&updatedSince=2020-01-01T00:00:00Z&count=true&sort=-createdAt");
        assertThat(names(both)).containsExactly("Kern Nord");
        both.then().body("total", equalTo(1));
        assertThat(names(list("?search=kern&partnerAssistance=on"))).containsExactly("Kern Süd");
    }

    @Test
    void withMyProtectionOnlyACategoryCountsWhereItProtectsNow() {
        var kern = nordwind.trial("Kern");
        tellLicenses(
                kern,
                1,
                "active",
                "[{\"category\":\"endpoint\",\"status\":\"expired\",\"types\":[\"term\"]},"
                        + "{\"category\":\"server\",\"status\":\"active\",\"types\":[\"term\"]}]");

        assertThat(names(list("?licenseCategory=endpoint"))).containsExactly("Kern");
        assertThat(names(list("?licenseCategory=endpoint&activeLicensesOnly=true")))
                .isEmpty();
        list("?licenseCategory=server&activeLicensesOnly=true")
                .then()
                .body("items[0].licenses.categories.category", contains("server"));
    }

    @Test
    void oddNamesGoFromPageToPageToo() {
        nordwind.trial("a\u200bb");
        nordwind.trial("\ufdfa".repeat(200));
        nordwind.trial("z");

        assertThat(everyPage("/v1/customers?limit=1")).hasSize(3);
    }

    @Test
    void searchFindsTheFirstNameEvenWhenAnotherIsShown() {
        nordwind.created(nordwind.aTrial("Müller GmbH").put("displayName", "Backhaus"));

        assertThat(names(list("?search={s}", "muller"))).containsExactly("Backhaus");
        assertThat(names(list("?search={s}", "backh"))).containsExactly("Backhaus");
    }

    @Test
    void whatStandsForAnythingElsewhereIsSearchedLiterally() {
        nordwind.trial("100% Bio");
        nordwind.trial("1000 Bio");
        nordwind.trial("a_b");
        nordwind.trial("axb");

        assertThat(names(list("?search={s}", "100%"))).containsExactly("100% Bio");
        assertThat(names(list("?search={s}", "a_b"))).containsExactly("a_b");
        assertThat(names(list("?search={s}", "' or 1=1 --"))).isEmpty();
    }

    @Test
    void anEmptySearchShowsAllAgain() {
        nordwind.trial("Kern");

        assertThat(names(list("?search="))).containsExactly("Kern");
        assertThat(names(list("?search={s}", "  "))).containsExactly("Kern");
    }

    @Test
    void filtersNarrowTheList() {
        var trial = nordwind.trial("Trial");
        var monthly = nordwind.created(nordwind.aMonthly("Monthly"));
        APartner.switchAssistance(trial, "off").then().statusCode(200);
        tellLicenses(
                monthly, 1, "active", "[{\"category\":\"endpoint\",\"status\":\"active\",\"types\":[\"monthly\"]}]");

        assertThat(names(list("?accountType=monthly"))).containsExactly("Monthly");
        assertThat(names(list("?partnerAssistance=off"))).containsExactly("Trial");
        assertThat(names(list("?partnerAssistance=on"))).containsExactly("Monthly");
        assertThat(names(list("?licenseStatus=none"))).containsExactly("Trial");
        assertThat(names(list("?licenseStatus=active"))).containsExactly("Monthly");
        assertThat(names(list("?licenseCategory=endpoint"))).containsExactly("Monthly");
        assertThat(names(list("?licenseCategory=server"))).isEmpty();
        assertThat(names(list("?status=active"))).containsExactly("Monthly");
        assertThat(names(list("?status=inactive"))).containsExactly("Trial");
        assertThat(names(list("?status=active&accountType=trial"))).isEmpty();
    }

    @Test
    void whatChangedSinceIsListedAlsoWhenOnlyItsLicencesDid() {
        nordwind.trial("Before");
        var kern = nordwind.trial("Kern");
        var since = list("?search=kern").path("items[0].updatedAt").toString();
        tellLicenses(kern, 1, "trial", "[]");

        var found = list("?sort=updatedAt&updatedSince={s}", since);
        assertThat(names(found)).containsExactly("Kern");
        assertThat(found.<String>path("items[0].updatedAt")).isGreaterThan(since);
    }

    @Test
    void licencesAreShownInShortAsSoonAsLicensingToldOfThem() {
        var kern = nordwind.trial("Kern");
        tellLicenses(
                kern,
                2,
                "trial",
                "[{\"category\":\"endpoint\",\"status\":\"trial\",\"types\":[\"trial\"]},"
                        + "{\"category\":\"server\",\"status\":\"expired\",\"types\":[\"term\"]}]");

        list("").then()
                .body("items[0].status", equalTo("active"))
                .body("items[0].licenses.status", equalTo("trial"))
                .body("items[0].licenses.categories.category", contains("endpoint", "server"))
                .body("items[0].licenses.categories[0].types", contains("trial"));
        list("?activeLicensesOnly=true").then().body("items[0].licenses.categories.category", contains("endpoint"));
    }

    @Test
    void anOlderFactOfLicencesNeverOverwritesANewer() {
        var kern = nordwind.trial("Kern");
        var later = nordwind.trial("Later");
        tellLicenses(kern, 5, "active", "[]");
        sendLicenses(kern, 4, "expired", "[]");
        tellLicenses(later, 1, "lapsed", "[]");
        sendLicenses(kern, 6, "expiring", "[]");

        await().untilAsserted(() -> assertThat(list("?search=kern").<String>path("items[0].licenses.status"))
                .isEqualTo("expiring"));
        sendLicenses(kern, 6, "revoked", "[]");
        sendLicenses(kern, 7, "trial", "[]");
        await().until(() -> {
            var status = list("?search=kern").<String>path("items[0].licenses.status");
            assertThat(status).isIn("expiring", "trial");
            return status.equals("trial");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "displayName, 'Äpfel,Birnen,zander'",
        "-displayName, 'zander,Birnen,Äpfel'",
        "createdAt, 'zander,Äpfel,Birnen'",
        "-createdAt, 'Birnen,Äpfel,zander'",
        "updatedAt, 'zander,Äpfel,Birnen'",
        "-updatedAt, 'Birnen,Äpfel,zander'",
    })
    void everySortGoesFromPageToPage(String sort, String expected) {
        List.of("zander", "Äpfel", "Birnen").forEach(nordwind::trial);

        assertThat(everyPage("/v1/customers?limit=1&sort=" + sort)).containsExactly(expected.split(","));
    }

    @Test
    void anotherSortIsRefusedWithThoseThereAre() {
        problem(list("?sort=region"), 400, "validation-failed")
                .body("errors[0].parameter", equalTo("sort"))
                .body("errors[0].code", equalTo("one-of"));
    }

    @Test
    void pagesStayStableWhileCustomersAreAdded() {
        List.of("b", "d", "f", "h").forEach(nordwind::trial);
        var first = list("?limit=2");
        assertThat(names(first)).containsExactly("b", "d");

        List.of("a", "c", "e").forEach(nordwind::trial);

        assertThat(everyPage(next(first))).containsExactly("e", "f", "h");
    }

    @Test
    void theCountIsOfTheWholeListAndOnlyWhenAskedFor() {
        List.of("b1", "b2", "b3", "c").forEach(nordwind::trial);

        list("?limit=1&count=true&search=b").then().body("total", equalTo(3));
        list("?limit=1").then().body("total", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "1.5", "99999999999", ""})
    void aLimitIsAWholeNumberUpTo200(String limit) {
        problem(list("?limit=" + limit), 400, "validation-failed").body("errors[0].parameter", equalTo("limit"));
    }

    @Test
    void aCursorBelongsToItsListOnly() {
        List.of("a", "b", "c").forEach(nordwind::trial);
        var cursor = list("?limit=1").<String>path("nextCursor");

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(names(list("?limit=2&cursor=" + cursor))).containsExactly("b", "c");
        for (var foreign : List.of(
                "?search=a&cursor=" + cursor,
                "?sort=-displayName&cursor=" + cursor,
                "?sort=createdAt&cursor=" + cursor,
                "?cursor=" + cursor + "x",
                "?cursor=%21%21")) {
            problem(list(foreign), 400, "invalid-cursor").body("errors[0].parameter", equalTo("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountType=Trial",
                "updatedSince=yesterday",
                "updatedSince=2026-13-01",
                "updatedSince=-1000000000-01-01T00:00:00Z",
                "count=yes",
                "activeLicensesOnly=1"
            })
    void aFilterOfAnotherValueIsRefused(String parameter) {
        problem(list("?" + parameter), 400, "validation-failed")
                .body("errors[0].parameter", equalTo(parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void anUnknownParameterIsRefusedWithTheNearestName() {
        problem(list("?serach=x"), 400, "unknown-parameter")
                .body("errors[0].parameter", equalTo("serach"))
                .body("errors[0].detail", org.hamcrest.Matchers.containsString("\"search\""));
    }

    @Test
    void whoSeesWhatIsAssignedToItListsJustThat() {
        nordwind.trial("Not hers");
        nordwind.create(nordwind.businessAdmin("bea"), nordwind.aTrial("Hers"));

        var hers = as(nordwind.businessAdmin("bea")).get("/v1/customers?count=true");
        assertThat(names(hers)).containsExactly("Hers");
        hers.then().body("total", equalTo(1));
        assertThat(names(as(nordwind.readOnly("rosa")).get("/v1/customers"))).isEmpty();
    }

    private Response list(String query, Object... values) {
        return as(nordwind.superAdmin()).get("/v1/customers" + query, values);
    }

    private static List<String> names(Response list) {
        return list.then().statusCode(200).extract().path("items.displayName");
    }

    private List<String> everyPage(String first) {
        var names = new ArrayList<String>();
        var at = first;
        while (at != null) {
            var page = as(nordwind.superAdmin()).urlEncodingEnabled(false).get(at);
            names.addAll(names(page));
            at = next(page);
        }
        return names;
    }

    private static String next(Response page) {
        var link = page.header("Link");
        assertThat(link == null).isEqualTo(page.path("nextCursor") == null);
        return link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    private void tellLicenses(UUID customer, int version, String status, String categories) {
        sendLicenses(customer, version, status, categories);
        await().untilAsserted(() -> assertThat(as(nordwind.superAdmin())
                        .get("/v1/customers/" + customer)
                        .<String>path("licenses.status"))
                .isEqualTo(status));
    }

    private void sendLicenses(UUID customer, int version, String status, String categories) {
        Contract.of("license.changed")
                .key("licenses/" + customer)
                .with("state.customerId", customer)
                .with("state.partnerId", nordwind.id)
                .with("state.version", version)
                .with("state.status", status)
                .with("state.categories", Contract.read(categories))
                .with("state.licenses", List.of())
                .send(nordwind.id);
    }
}
