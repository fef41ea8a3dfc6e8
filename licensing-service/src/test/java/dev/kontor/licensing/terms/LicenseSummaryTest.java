package dev.kontor.licensing.terms;

import static dev.kontor.licensing.catalogue.Category.EMAIL;
import static dev.kontor.licensing.catalogue.Category.ENDPOINT;
import static dev.kontor.licensing.catalogue.Category.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.terms.LicenseSummary.CategorySummary;
import dev.kontor.licensing.terms.LicenseSummary.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** domain.md rule 1: the best that any licence has. */
class LicenseSummaryTest {

    @Test
    void rule1WithoutALicenceItIsNone() {
        assertThat(LicenseSummary.of(List.of())).isEqualTo(new LicenseSummary("none", List.of()));
    }

    @Test
    void rule1TheOrderIsActiveExpiringTrialExpiredLapsedRevoked() {
        var entries = new ArrayList<Entry>();
        for (var status : List.of("revoked", "lapsed", "expired", "trial", "expiring", "active")) {
            var type = LicenseType.TERM;
            entries.add(new Entry(ENDPOINT, type, LicenseStatus.valueOf(status.toUpperCase(java.util.Locale.ROOT))));

            assertThat(LicenseSummary.of(entries).status()).isEqualTo(status);
        }
    }

    @Test
    void eachCategoryHasItsOwnBestStatus() {
        var summary = LicenseSummary.of(List.of(
                new Entry(EMAIL, LicenseType.TRIAL, LicenseStatus.EXPIRED),
                new Entry(ENDPOINT, LicenseType.TRIAL, LicenseStatus.REVOKED),
                new Entry(ENDPOINT, LicenseType.MONTHLY, LicenseStatus.ACTIVE),
                new Entry(SERVER, LicenseType.TERM, LicenseStatus.EXPIRING)));

        assertThat(summary.status()).isEqualTo("active");
        assertThat(summary.categories())
                .containsExactly(
                        new CategorySummary(ENDPOINT, LicenseStatus.ACTIVE, List.of(LicenseType.MONTHLY)),
                        new CategorySummary(SERVER, LicenseStatus.EXPIRING, List.of(LicenseType.TERM)),
                        new CategorySummary(EMAIL, LicenseStatus.EXPIRED, List.of(LicenseType.TRIAL)));
    }

    @Test
    void theTypesOfACategoryThatNoLongerProtectsAreAllItHad() {
        var summary = LicenseSummary.of(List.of(
                new Entry(ENDPOINT, LicenseType.TERM, LicenseStatus.LAPSED),
                new Entry(ENDPOINT, LicenseType.TRIAL, LicenseStatus.EXPIRED),
                new Entry(ENDPOINT, LicenseType.TRIAL, LicenseStatus.REVOKED)));

        assertThat(summary.categories())
                .containsExactly(new CategorySummary(
                        ENDPOINT, LicenseStatus.EXPIRED, List.of(LicenseType.TRIAL, LicenseType.TERM)));
    }
}
