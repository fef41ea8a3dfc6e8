package dev.kontor.customers.partnerapi;

import dev.kontor.customers.customers.TermsAccepted;
import dev.kontor.customers.partnerapi.ProvisioningView.AcceptedTerms;
import dev.kontor.customers.partnerapi.ProvisioningView.MonthlyView;
import dev.kontor.customers.partnerapi.ProvisioningView.TrialView;
import dev.kontor.platform.database.Row;
import java.util.List;
import java.util.Optional;

/**
 * A partner's defaults as they are kept.
 *
 * @param version 0 where it never set any
 * @param trialProducts null where trials can't be made; so with the monthly ones, whose terms are always there with them
 */
record ProvisioningRow(long version, List<String> trialProducts, List<String> monthlyProducts, TermsAccepted terms) {

    static final ProvisioningRow NONE = new ProvisioningRow(0, null, null, null);

    static ProvisioningRow of(Row row) {
        var monthly = row.texts("monthly_products");
        return new ProvisioningRow(
                row.number("version"),
                row.texts("trial_products"),
                monthly,
                monthly == null
                        ? null
                        : new TermsAccepted(
                                row.text("terms_version"),
                                row.instant("terms_accepted_at"),
                                row.text("terms_accepted_by")));
    }

    /** The acceptance, if it is of the terms that hold now. */
    Optional<TermsAccepted> termsIfOf(String version) {
        return Optional.ofNullable(terms).filter(accepted -> accepted.version().equals(version));
    }

    ProvisioningView view() {
        return new ProvisioningView(
                trialProducts == null ? null : new TrialView(trialProducts),
                monthlyProducts == null
                        ? null
                        : new MonthlyView(monthlyProducts, new AcceptedTerms(terms.version(), terms.at(), terms.by())));
    }
}
