package dev.kontor.customers.partnerapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A late page walks over those before it in an index, and sorts nothing. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class TenantPlanTest {

    private static final int MANY = 20_000;

    private final UUID partner = UUID.randomUUID();

    @BeforeEach
    void aPartnerWithManyCustomers() throws SQLException {
        OwnDatabase.change(
                """
                insert into customer (partner_id, id, name, display_name, sort_name, search_text, region, account_type,
                    managed, crm_sync, contact, products, created_by, created_at, updated_at, revision, version)
                select ?, gen_random_uuid(), n, n, n, n, 'DE', 'trial', false, 'not-linked', '{}', '{}',
                    'test', now(), now(), 1, 0
                from (select md5(i::text) as n from generate_series(1, ?) i) names""",
                partner,
                MANY);
        OwnDatabase.change("vacuum analyze customer");
    }

    @AfterEach
    void nothingStays() throws SQLException {
        OwnDatabase.change("delete from customer where partner_id = ?", partner);
    }

    @Test
    void aLatePageWalksTheOrderOfIds() throws SQLException {
        // Which of the two depends on whether a vacuum got far enough.
        assertThat(plan("select id from listed_tenant where partner_id = '%s' order by id limit 100 offset 19000"))
                .containsAnyOf("Index Only Scan using customer_in_order", "Index Scan using customer_pkey")
                .doesNotContain("Sort", "Seq Scan on customer");
    }

    private String plan(String query) throws SQLException {
        try (var connection = OwnDatabase.asLoginRole();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    select set_config('role', 'customers_tenant', true), set_config('kontor.partner_id', '%s', true),
                        set_config('kontor.all', 't', true), set_config('enable_sort', 'off', true),
                        set_config('kontor.programs', 'msp-flex-connect', true)"""
                            .formatted(partner));
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain " + query.formatted(partner))) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            connection.rollback();
            return String.join("\n", lines);
        }
    }
}
