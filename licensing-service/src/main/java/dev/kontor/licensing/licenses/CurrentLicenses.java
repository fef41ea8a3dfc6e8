package dev.kontor.licensing.licenses;

import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** What the event would say of a customer's licences now. */
@ApplicationScoped
class CurrentLicenses {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final Clock clock;

    CurrentLicenses(LicenseAccounts accounts, Licenses licenses, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.clock = clock;
    }

    @Transactional
    LicensesState ofCustomer(UUID customerId) {
        var account = accounts.findByIdOptional(customerId).orElseThrow(Problems::notFound);
        return LicensesState.of(account, licenses.ofCustomer(customerId), clock.instant());
    }
}
