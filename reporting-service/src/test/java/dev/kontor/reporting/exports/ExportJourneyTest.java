package dev.kontor.reporting.exports;

import static dev.kontor.reporting.Situation.as;
import static dev.kontor.testkit.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.reporting.CustomersServiceStub;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.Situation;
import dev.kontor.testkit.Contract;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Dashboards on paper and as data, from one frozen snapshot (domain.md rules 28 to 30). */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class ExportJourneyTest {

    private static final UUID VENDOR = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String GERMAN_PDF = "{\"format\":\"pdf\",\"locale\":\"de\"}";

    /** The content hash of a frozen snapshot is one for good (domain.md rule 30). */
    @Test
    void notEvenTheOwnerOfTheTablesChangesAnExport() throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var statement = owner.createStatement()) {
            for (var sql : List.of("update exports set snapshot = '{}'", "truncate exports")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("exports is immutable");
            }
        }
    }

    @Test
    void aDashboardIsExportedWithBothLogosAndTheNewestName() throws IOException {
        Situation bakery = Situation.aCustomer();
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":1234,\"of\":1301}");
        bakery.withLogos().renamedTo("Bäckerei Groß").ownerKnows(false);

        String id = bakery.export("central-overview", GERMAN_PDF)
                .then()
                .statusCode(201)
                .body("format", equalTo("pdf"))
                .body("locale", equalTo("de"))
                .body("state", equalTo("succeeded"))
                .extract()
                .path("id");
        byte[] pdf = content(bakery, id, "*/*");

        assertThat(PdfText.of(pdf)).contains("Zentrale Übersicht", "Bäckerei Groß", "1.234", "Seite 1 von 1");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Nordlicht IT");
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(2);
        }
        assertThat(content(bakery, id, "*/*")).isEqualTo(pdf);
    }

    /** A customer that left its partner is the vendor's, which customers-service knows no partner by (domain.md, rule 28). */
    @Test
    void aCustomerWithoutAPartnerStillHasItsOwnLogoOnPaper() {
        Situation bakery = Situation.aCustomer();
        bakery.withLogos().movedTo(VENDOR).ownerKnows(false);
        bakery.tellCustomer();
        await().until(() -> as(bakery.superAdmin).get(bakery.url("/dashboards")).statusCode() == 404);

        String administrator = Passports.customerAdmin(bakery.customer);
        String id = as(administrator)
                .contentType("application/json")
                .body(GERMAN_PDF)
                .post(bakery.url("/dashboards/central-overview/exports"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        byte[] pdf = as(administrator)
                .get("/v1/exports/" + id + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(PdfText.images(pdf)).isEqualTo(1);
    }

    /** What is kept is bounded per partner (rule 41). */
    @Test
    void aPartnerMakesNoMoreExportsInADayThanItsQuota() throws SQLException {
        var busy = Situation.aCustomer();
        var other = Situation.aCustomer();
        busy.export("central-overview", GERMAN_PDF).then().statusCode(201);
        copiesOfExports(busy.partner, 50_000);

        problem(busy.export("central-overview", GERMAN_PDF), 429, "export-quota-reached")
                .header("Retry-After", "3600");
        other.export("central-overview", GERMAN_PDF).then().statusCode(201);
    }

    private static void copiesOfExports(UUID partner, int number) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var copy = owner.prepareStatement(
                        """
                        insert into exports (partner_id, id, customer_id, dashboard_id, format, locale, snapshot_at,
                            content_hash, snapshot, created_by)
                        select partner_id, uuidv7(), customer_id, dashboard_id, format, locale, snapshot_at,
                            content_hash, '{}', created_by
                        from exports, generate_series(1, ?) where partner_id = ?""")) {
            copy.setInt(1, number);
            copy.setObject(2, partner);
            copy.executeUpdate();
        }
    }

    @Test
    void aCustomDashboardIsExportedLikeTheVendors() {
        Situation bakery = Situation.aCustomer();
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":1234,\"of\":1301}");
        String dashboard = as(bakery.superAdmin)
                .contentType("application/json")
                .body(
                        """
                        {"name": "Montag", "widgets": [{"id": "n", "type": "number", "title": "Unsere Geräte",
                          "position": {"x": 0, "y": 0, "width": 4, "height": 3}, "source": "endpoint.protected"}]}""")
                .post(bakery.url("/dashboards"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        String id = bakery.export(dashboard, GERMAN_PDF)
                .then()
                .statusCode(201)
                .body("dashboardId", equalTo(dashboard))
                .extract()
                .path("id");
        assertThat(PdfText.of(content(bakery, id, "*/*")))
                .contains("Montag", "Unsere Geräte", "1.234", "Seite 1 von 1");
    }

    @Test
    void aFrozenExportKeepsItsNameAndFiguresInEveryFormat() {
        Situation bakery = Situation.aCustomer();
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":41,\"of\":50}");
        String id = bakery.export("endpoint", "{\"format\":\"csv\",\"locale\":\"en\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        bakery.post("endpoint.protected", "{\"asOf\":\"2026-11-21T00:00:00Z\",\"value\":42,\"of\":50}");

        assertThat(text(bakery, id, "*/*")).contains("Protected endpoints,endpoint.protected,1,value,41\r\n");
        assertThat(text(bakery, id, "application/json")).contains("\"value\":41", "\"contentHash\"");
        assertThat(PdfText.of(content(bakery, id, "application/pdf"))).contains("of 50 (82");
        assertThat(content(bakery, id, "image/png")).startsWith(0x89, 'P', 'N', 'G');
        problem(as(bakery.superAdmin).accept("text/html").get("/v1/exports/" + id + "/content"), 406, "not-acceptable");
    }

    @Test
    void aDownloadThatBrokeOffGoesOn() {
        Situation bakery = Situation.aCustomer();
        String id =
                bakery.export("central-overview", GERMAN_PDF).then().extract().path("id");
        byte[] whole = content(bakery, id, "*/*");
        var url = "/v1/exports/" + id + "/content";
        var rest = as(bakery.superAdmin).header("Range", "bytes=1000-").get(url);
        rest.then()
                .statusCode(206)
                .header("Accept-Ranges", "bytes")
                .header("Content-Range", "bytes 1000-" + (whole.length - 1) + "/" + whole.length);
        assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 1000, whole.length));
        as(bakery.superAdmin)
                .header("Range", "bytes=1000-")
                .header("If-Range", "\"another\"")
                .get(url)
                .then()
                .statusCode(200);
        problem(as(bakery.superAdmin).header("Range", "bytes=99999999-").get(url), 416, "range-not-satisfiable");
    }

    @Test
    void theSameFiguresGiveTheSameHashAndOthersAnother() {
        var bakery = Situation.aCustomer();
        var empty = hash(bakery, GERMAN_PDF);
        bakery.post("server.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":3,\"of\":4}");
        var some = hash(bakery, GERMAN_PDF);
        bakery.post("server.protected", "{\"asOf\":\"2026-11-21T00:00:00Z\",\"value\":3.00,\"of\":4}");

        assertThat(some).isNotEqualTo(empty).isEqualTo(hash(bakery, "{\"format\":\"json\",\"locale\":\"en\"}"));
    }

    @Test
    void exportingTwiceWithOneKeyFreezesOnceAndTellsOfIt() {
        var bakery = Situation.aCustomer();
        var key = UUID.randomUUID().toString();
        var first = exportWith(bakery, key);

        assertThat(exportWith(bakery, key)).isEqualTo(first);
        var told = Facts.await("kontor.reporting.v1", record -> record.key().equals("export/" + first));
        Contract.of("export.completed")
                .with("state.contentHash", Situation.read(told.value()).at("/state/contentHash"))
                .assertTold(told);
    }

    @Test
    void withoutALanguageAnExportSpeaksThePartners() {
        var bakery = Situation.aCustomer();

        bakery.export("email", "{\"format\":\"pdf\"}").then().statusCode(201).body("locale", equalTo("de"));
    }

    @Test
    void whatIsAskedForHasToBeKnown() {
        var bakery = Situation.aCustomer();

        problem(bakery.export("central-overview", "{\"format\":\"docx\"}"), 400, "validation-failed");
        problem(bakery.export("central-overview", "{\"format\":\"pdf\",\"locale\":\"fr\"}"), 400, "validation-failed");
    }

    @Test
    void aDashboardThatIsNotThereIsNotFoundWhateverIsAskedOfIt() {
        Situation bakery = Situation.aCustomer();

        problem(bakery.export("nothing", GERMAN_PDF), 404, "not-found");
        problem(bakery.export("nothing", "{\"format\":\"docx\"}"), 404, "not-found");
        problem(bakery.export("nothing", "nonsense"), 404, "not-found");
    }

    @Test
    void exportsAreMadeFromTheCopyWhileCustomersServiceIsAway() {
        Situation bakery = Situation.aCustomer();
        bakery.ownerIsAway();

        String id = bakery.export("central-overview", GERMAN_PDF)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(PdfText.of(content(bakery, id, "*/*"))).contains("Bäckerei Müller");
    }

    @Test
    void anExportIsThereForItsPartnerAndCustomerOnly() {
        var bakery = Situation.aCustomer();
        String id =
                bakery.export("central-overview", GERMAN_PDF).then().extract().path("id");
        var content = "/v1/exports/" + id + "/content";

        as(Passports.customerAdmin(bakery.customer)).get(content).then().statusCode(200);
        problem(as(Passports.partnerSuperAdmin(UUID.randomUUID())).get(content), 404, "not-found");
        problem(as(Passports.partnerReadOnly(bakery.partner)).get(content), 404, "not-found");
        problem(as(Passports.customerAdmin(UUID.randomUUID())).get("/v1/exports/" + id), 404, "not-found");
        as(Passports.internal("gateway", "reporting"))
                .get("/internal/exports/" + id)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(bakery.customer.toString()));
    }

    @Test
    void aCustomerThatLeavesTakesItsFiguresAlongAndLeavesNothingToRead() {
        var bakery = Situation.aCustomer();
        bakery.post("server.protected", "{\"asOf\":\"2026-11-20T00:00:00Z\",\"value\":3,\"of\":4}");
        String id = bakery.export("server", GERMAN_PDF).then().extract().path("id");
        var brightwater = UUID.randomUUID();
        bakery.movedTo(brightwater).tellCustomer();
        bakery.tellConsent();

        bakery.awaitSeen(Passports.partnerSuperAdmin(brightwater));
        var drawn = as(Passports.partnerSuperAdmin(brightwater))
                .get(bakery.url("/dashboards/server/widgets/protected.svg"))
                .asString();
        assertThat(drawn).contains("of 4 (75");
        problem(as(bakery.superAdmin).get("/v1/exports/" + id), 404, "not-found");
        problem(as(Passports.partnerSuperAdmin(brightwater)).get("/v1/exports/" + id), 404, "not-found");
        as(Passports.customerAdmin(bakery.customer))
                .get("/v1/exports/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void anOlderStateNeverUndoesANewerOne() {
        Situation bakery = Situation.aCustomer();
        bakery.renamedTo("Bäckerei Neu").tellCustomer();
        await().until(() -> nameOnPaper(bakery).contains("Bäckerei Neu"));

        Contract.of("customer.created")
                .key("customer/" + bakery.customer)
                .with("state.id", bakery.customer)
                .with("state.partnerId", bakery.partner)
                .send(bakery.partner);
        Situation after = new Situation();
        after.tell();
        after.awaitSeen(after.superAdmin);
        assertThat(nameOnPaper(bakery)).contains("Bäckerei Neu");
    }

    private static String nameOnPaper(Situation of) {
        String id = of.export("email", GERMAN_PDF).then().extract().path("id");
        return PdfText.of(content(of, id, "*/*"));
    }

    private static String exportWith(Situation of, String key) {
        return as(of.superAdmin)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(GERMAN_PDF)
                .post(of.url("/dashboards/central-overview/exports"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String hash(Situation of, String command) {
        return of.export("server", command).then().statusCode(201).extract().path("contentHash");
    }

    private static String text(Situation of, String id, String accept) {
        return new String(content(of, id, accept), StandardCharsets.UTF_8);
    }

    private static byte[] content(Situation of, String id, String accept) {
        return as(of.superAdmin)
                .accept(accept)
                .get("/v1/exports/" + id + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
