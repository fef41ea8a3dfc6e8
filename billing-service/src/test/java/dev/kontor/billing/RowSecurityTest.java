package dev.kontor.billing;

import static dev.kontor.billing.Suite.admin;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Forgetting a where leaks nothing: every table of partners' rows, read whole as the tenant's role. */
@JourneyTest
class RowSecurityTest {

    private static final List<String> TABLES = List.of(
            "customer_relation",
            "license",
            "usage_record",
            "usage_day",
            "usage_series",
            "usage_received",
            "partner_change",
            "job_item",
            "statement",
            "statement_line",
            "statement_input",
            "partner_invoicing",
            "invoice",
            "resale_price_book");

    @Inject
    Suite suite;

    @Inject
    AgroalDataSource database;

    @Test
    void aTenantReadsItsOwnRowsWithoutAWhereAndNoOthers() throws SQLException {
        var month = suite.freshMonth();
        var ours = partnerWithAUsedMonth(month);
        partnerWithAUsedMonth(month);
        end(month);
        close(month);

        for (var table : TABLES) {
            assertThat(partnersIn(table, ours, true)).as(table).containsExactly(ours);
            assertThat(partnersIn(table, UUID.randomUUID(), true)).as(table).isEmpty();
        }
    }

    @Test
    void whoSeesNoCustomerSeesNoRowThatSpeaksOfOne() throws SQLException {
        var month = suite.freshMonth();
        var ours = partnerWithAUsedMonth(month);
        end(month);
        close(month);

        for (var table : TABLES) {
            if (!List.of("job_item", "partner_change", "partner_invoicing", "resale_price_book")
                    .contains(table)) {
                assertThat(partnersIn(table, ours, false)).as(table).isEmpty();
            }
        }
    }

    @Test
    void everyTableOfPartnersRowsIsUnderRowSecurity() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                          and a.attname = 'partner_id' and not c.relrowsecurity
                          -- The platform's own queues, which no tenant can read at all.
                          and has_table_privilege('billing_tenant', c.oid, 'select')""");
                var rows = statement.executeQuery()) {
            assertThat(rows.next()).isFalse();
        }
    }

    /** Rule 36: no role that works for the vendor reads what a partner sells for. */
    @Test
    void onlyTheTenantsRoleReadsResalePrices() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                        select role from unnest(array['billing_operator', 'billing_worker', 'billing_reporter', 'billing_customer']) as role
                        where has_table_privilege(role, 'resale_price_book', 'select, insert, update, delete')""");
                var rows = statement.executeQuery()) {
            assertThat(rows.next()).isFalse();
        }
    }

    private UUID partnerWithAUsedMonth(YearMonth month) {
        var partner = suite.partner();
        admin(partner)
                .contentType("application/json")
                .body("{\"legalName\":\"Nordwind\",\"address\":{\"lines\":[\"Hafen 2\"],\"countryCode\":\"DE\"}}")
                .put("/v1/partner/invoicing")
                .then()
                .statusCode(200);
        admin(partner)
                .contentType("application/json")
                .body("{\"scope\":\"all\",\"effectiveFrom\":\"2026-01-01\",\"currency\":\"EUR\",\"markUpPercent\":10}")
                .put("/v1/resale-price-books/retail")
                .then()
                .statusCode(200);
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .statusCode(200);
        return partner;
    }

    private List<UUID> partnersIn(String table, UUID asPartner, boolean all) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var role = connection.prepareStatement(
                            """
                            select set_config('role', 'billing_tenant', true), set_config('kontor.partner_id', ?, true),
                                   set_config('kontor.subject', 'someone', true), set_config('kontor.all', ?, true)""");
                    var query = connection.prepareStatement("select distinct partner_id from " + table)) {
                role.setString(1, asPartner.toString());
                role.setString(2, all ? "t" : "f");
                role.execute();
                var partners = new ArrayList<UUID>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        partners.add(rows.getObject(1, UUID.class));
                    }
                }
                return partners;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
