package dev.kontor.licensing.licenses;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Tells of the customers whose licences changed status since the others last heard of them. */
@ApplicationScoped
class DueChanges {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final LicenseNews news;
    private final Clock clock;

    DueChanges(LicenseAccounts accounts, Licenses licenses, LicenseNews news, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.news = news;
        this.clock = clock;
    }

    /** Does up to {@code max} of them, the longest due first, and says how many; any number of replicas may. */
    @Transactional
    int tell(int max) {
        var now = clock.instant();
        var changed = accounts.lockDue(now, max);
        var byCustomer = licenses
                .ofCustomers(changed.stream().map(LicenseAccount::customerId).toList())
                .stream()
                .collect(groupingBy(License::customerId));
        for (var account : changed) {
            var event = LicensesChanged.by(ChangeCause.TIME_PASSED, account.nextChangeAt());
            news.tell(account, byCustomer.getOrDefault(account.customerId(), List.of()), event, now);
        }
        return changed.size();
    }
}
