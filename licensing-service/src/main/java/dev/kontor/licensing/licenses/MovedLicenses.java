package dev.kontor.licensing.licenses;

import dev.kontor.licensing.copies.CustomerMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * What becomes of a customer's licences as it leaves its partner, in the transaction that moves them: monthly ones end
 * when it left (domain.md rule 8), whenever that is noticed; the others stay with the customer.
 */
@ApplicationScoped
class MovedLicenses {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final LicenseNews news;
    private final Clock clock;

    MovedLicenses(LicenseAccounts accounts, Licenses licenses, LicenseNews news, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.news = news;
        this.clock = clock;
    }

    void follow(@Observes CustomerMoved moved) {
        var account = accounts.lock(moved.id());
        account.movedAs(moved.accountType());
        var now = clock.instant();
        var all = licenses.ofCustomer(moved.id());
        if (!all.isEmpty()) {
            all.stream().filter(license -> license.isRunningSegment(now)).forEach(license -> license.end(moved.at()));
            news.tell(account, all, LicensesChanged.customerMoved(moved.previousPartnerId(), moved.at()), now);
        }
    }
}
