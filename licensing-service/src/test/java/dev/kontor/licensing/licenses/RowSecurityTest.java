package dev.kontor.licensing.licenses;

import static dev.kontor.licensing.licenses.LicenseRows.count;
import static dev.kontor.licensing.licenses.LicenseRows.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.licensing.CustomersServiceStub;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.licensing.terms.Term;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgetting a where leaks nothing: every query here has none. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(CustomersServiceStub.class)
class RowSecurityTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Term ENDLESS = new Term(LicenseType.MONTHLY, null, false);

    @Inject
    LicenseRows rows;

    private final UUID partner = Ids.next();
    private UUID first;

    @BeforeEach
    void twoCustomersOfThisPartnerAndOneOfAnother() {
        first = customerWithLicence(partner);
        customerWithLicence(partner);
        customerWithLicence(Ids.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "license_accounts", "licenses"})
    void aSuperAdminSeesItsPartnersRowsOnly(String table) {
        assertThat(seen(table, partner, "boss", true)).isEqualTo(2);
        assertThat(seen(table, Ids.next(), "boss", true)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "license_accounts", "licenses"})
    void othersSeeWhatIsAssignedToThem(String table) {
        assertThat(seen(table, partner, "helper", false)).isZero();

        rows.as(
                "worker",
                null,
                null,
                true,
                connection -> execute(
                        connection,
                        "insert into assignment values (?, 'helper', ?) on conflict do nothing",
                        partner,
                        first));

        assertThat(seen(table, partner, "helper", false)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "license_accounts", "licenses", "early_access_enrolments", "managed_orders"})
    void customersOperatorsAndReportersHaveNoWayToLicences(String table) {
        for (var role : new String[] {"customer", "operator", "reporter"}) {
            assertThatThrownBy(() -> rows.as(role, partner, "x", true, connection -> count(connection, table)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void noTenantReadsLicenceKeysNorUsesOneForAnotherPartnersCustomer() {
        assertThatThrownBy(
                        () -> rows.as("tenant", partner, "boss", true, connection -> count(connection, "license_keys")))
                .rootCause()
                .hasMessageContaining("permission denied");
        var hash = new byte[32];
        Arrays.fill(hash, (byte) 7);
        rows.as(
                "operator",
                null,
                null,
                true,
                connection -> execute(
                        connection,
                        """
                        insert into license_keys (hash, product, quantity, months, issued_at, issued_by)
                        values (?, 'mdr-complete', 1, 1, now(), 'op') on conflict do nothing""",
                        (Object) hash));

        assertThat(used(hash, Ids.next(), "boss", true)).isFalse();
        assertThat(used(hash, partner, "helper", false)).isFalse();
        assertThat(used(hash, partner, "boss", true)).isTrue();
        assertThat(used(hash, partner, "boss", true)).isFalse();
    }

    private boolean used(byte[] hash, UUID as, String subject, boolean all) {
        return rows.<Boolean>as("tenant", as, subject, all, connection -> {
            try (var statement = connection.prepareStatement("select kontor.use_license_key(?, ?, now())")) {
                statement.setBytes(1, hash);
                statement.setObject(2, first);
                try (var answer = statement.executeQuery()) {
                    answer.next();
                    return answer.getBoolean(1);
                }
            }
        });
    }

    @Test
    void nobodyWritesIntoAnotherPartnersRows() {
        var stranger = Ids.next();
        var theirs = customerWithLicence(stranger);

        assertThat(rows.<Integer>as(
                        "tenant",
                        partner,
                        "boss",
                        true,
                        connection ->
                                execute(connection, "update licenses set quantity = 1 where customer_id = ?", theirs)))
                .isZero();
        assertThatThrownBy(() -> rows.as(
                        "tenant",
                        partner,
                        "boss",
                        true,
                        connection -> execute(
                                connection,
                                """
                        insert into licenses (partner_id, id, customer_id, product, category, type, start_at)
                        values (?, ?, ?, 'mdr-complete', 'MDR', 'TERM', now())""",
                                stranger,
                                Ids.next(),
                                theirs)))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> rows.as(
                        "tenant",
                        partner,
                        "boss",
                        true,
                        connection -> execute(
                                connection,
                                "update licenses set partner_id = ? where customer_id = ?",
                                stranger,
                                first)))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private UUID customerWithLicence(UUID owner) {
        var customer = rows.customer(owner, "MONTHLY");
        rows.license(owner, customer, ENDLESS, START);
        return customer;
    }

    private long seen(String table, UUID as, String subject, boolean all) {
        return rows.<Long>as("tenant", as, subject, all, connection -> count(connection, table));
    }
}
