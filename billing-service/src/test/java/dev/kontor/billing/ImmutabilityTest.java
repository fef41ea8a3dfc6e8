package dev.kontor.billing;

import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.operator;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What was issued, reported or priced can't be changed, not even by the owner of the tables. */
@JourneyTest
class ImmutabilityTest {

    @Inject
    Suite suite;

    @Test
    void notEvenTheOwnerChangesWhatWasIssuedReportedOrPriced() throws SQLException {
        var month = suite.freshMonth();
        var partner = suite.partner();
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(1), "7"))
                .then()
                .statusCode(200);
        end(month);
        close(month);
        operator()
                .post("/v1/statements/" + statement(partner, month).jsonPath().getString("items[0].id") + "/void")
                .then()
                .statusCode(200);

        var part = "usage_record_" + month.toString().replace('-', '_');
        try (var owner = owner()) {
            for (var table : List.of(
                    "statement",
                    "statement_line",
                    "statement_input",
                    "statement_void",
                    "invoice",
                    "issuer",
                    "tax_rates",
                    "partner_invoicing",
                    "price_book",
                    "resale_price_book",
                    "usage_key",
                    "usage_record",
                    part,
                    "device_observation")) {
                assertRefused(owner, "delete from " + table);
                assertRefused(owner, "truncate " + table + " cascade");
            }
            assertRefused(owner, "update statement set total = 0");
            assertRefused(owner, "update invoice set gross = 0");
            assertRefused(owner, "update " + part + " set quantity = 0");
        }
    }

    @Test
    void aLineBelongsToAStatement() throws SQLException {
        try (var owner = owner()) {
            assertRefused(
                    owner,
                    """
                    insert into statement_line (partner_id, statement_id, line, customer_id, customer_name, product,
                        actual, billable, count_method, as_of, band, unit_price, amount)
                    values (gen_random_uuid(), gen_random_uuid(), 0, gen_random_uuid(), 'Nobody', 'endpoint-advanced',
                        1, 1, 'peak', '2026-11-30', '1+', 1, 1)""",
                    "A line belongs to a statement");
        }
    }

    private static void assertRefused(Connection owner, String sql) {
        assertRefused(owner, sql, "is immutable");
    }

    private static void assertRefused(Connection owner, String sql, String because) {
        assertThatThrownBy(() -> {
                    try (var statement = owner.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
