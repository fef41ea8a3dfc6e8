package dev.kontor.customers.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.customers.OwnDatabase;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row security on, and still by index: what PostgreSQL makes of the list's queries (architecture.md, "Traps"). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class SearchPlanTest {

    private static final int MANY = 20_000;

    private final UUID partner = UUID.randomUUID();

    @BeforeEach
    void aPartnerWithManyCustomers() throws SQLException {
        OwnDatabase.change(
                """
                insert into customer (partner_id, id, name, display_name, sort_name, search_text, region, account_type,
                    managed, crm_sync, contact, products, created_by, created_at, updated_at, revision, version)
                select ?, gen_random_uuid(), n, n, n, n || chr(10) || n, 'DE', 'trial', false, 'not-linked', '{}', '{}',
                    'test', now(), now(), 1, 0
                from (select md5(i::text) as n from generate_series(1, ?) i) names""",
                partner,
                MANY);
        OwnDatabase.change(
                """
                insert into partner_assistance (partner_id, customer_id, state, since, grant_id, version)
                select partner_id, id, 'on', now(), gen_random_uuid(), 0 from customer where partner_id = ?""",
                partner);
        // What was added in one go is not in the trigram index proper yet, which makes it dear for the planner.
        OwnDatabase.read("select gin_clean_pending_list('customer_search')");
        OwnDatabase.change("analyze customer, partner_assistance");
    }

    @AfterEach
    void nothingStays() throws SQLException {
        OwnDatabase.change("delete from partner_assistance where partner_id = ?", partner);
        OwnDatabase.change("delete from customer where partner_id = ?", partner);
    }

    @Test
    void aRareNameIsFoundByTheTrigramIndex() throws SQLException {
        assertThat(plan("t", "c.search_text like '%abcdef%'"))
                .contains("customer_search")
                .doesNotContain("Seq Scan on customer");
    }

    @Test
    void alsoForWhoSeesOnlyWhatIsAssigned() throws SQLException {
        assertThat(plan("f", "c.search_text like '%abcdef%'"))
                .contains("customer_search")
                .doesNotContain("Seq Scan on customer");
    }

    @Test
    void aPageWalksTheOrderOfNames() throws SQLException {
        assertThat(plan("t", "(c.sort_name, c.id) > ('5', '00000000-0000-0000-0000-000000000000')"))
                .contains("customer_by_name")
                .doesNotContain("Seq Scan on customer", "Sort Key: c.sort_name, c.id");
    }

    @Test
    void aFilteredPageWalksTheFilterInTheOrderOfNames() throws SQLException {
        assertThat(plan("t", "c.account_type = 'trial'"))
                .containsAnyOf("customer_by_account_type", "customer_by_name")
                .doesNotContain("Seq Scan on customer", "Sort Key: c.sort_name, c.id");
    }

    @Test
    void throughThePolicyAloneTheIndexWouldNotServe() throws SQLException {
        assertThat(explain("t", "select c.id from customer c where c.search_text like '%abcdef%'"))
                .doesNotContain("customer_search");
    }

    private String plan(String all, String where) throws SQLException {
        return explain(
                all,
                "select c.id, c.state, c.license_status from listed_customer c where c.partner_id = '" + partner
                        + "' and " + where + " order by c.sort_name, c.id limit 51");
    }

    private String explain(String all, String query) throws SQLException {
        try (var connection = OwnDatabase.asLoginRole()) {
            connection.setAutoCommit(false);
            try (var scope = connection.prepareStatement(
                    """
                    select set_config('role', 'customers_tenant', true), set_config('kontor.partner_id', ?, true),
                        set_config('kontor.subject', 'somebody', true), set_config('kontor.all', ?, true)""")) {
                scope.setString(1, partner.toString());
                scope.setString(2, all);
                scope.execute();
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("explain " + query)) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            }
        }
    }
}
