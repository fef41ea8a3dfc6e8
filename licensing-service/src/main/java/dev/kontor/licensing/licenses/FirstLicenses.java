package dev.kontor.licensing.licenses;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.copies.CustomerLearned;
import dev.kontor.licensing.terms.LicenseType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.LinkedHashSet;

/** The licences an account is created with, in the transaction that learns of it. */
@ApplicationScoped
class FirstLicenses {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final Catalogue catalogue;
    private final LicenseNews news;
    private final Clock clock;

    FirstLicenses(LicenseAccounts accounts, Licenses licenses, Catalogue catalogue, LicenseNews news, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.catalogue = catalogue;
        this.news = news;
        this.clock = clock;
    }

    /** Trials run from the account's creation (domain.md rule 9), monthly segments too (rule 10). */
    void start(@Observes CustomerLearned customer) {
        var account = LicenseAccount.open(customer.id(), customer.partnerId(), customer.accountType());
        accounts.persist(account);
        var type = typeOf(customer.accountType());
        if (type == null || customer.products().isEmpty()) {
            return;
        }
        var codes = new LinkedHashSet<>(customer.products());
        var offers = catalogue.offers(codes);
        if (offers.size() < codes.size()) {
            codes.removeAll(offers.keySet());
            throw new IllegalStateException(
                    "customer " + customer.id() + " has products not in the catalogue: " + codes);
        }
        var started = codes.stream()
                .map(code -> License.first(customer, offers.get(code), type))
                .toList();
        licenses.persist(started);
        var event = LicensesChanged.by(ChangeCause.ACCOUNT_CREATED, customer.createdAt());
        news.tell(account, started, event, clock.instant());
    }

    /** Term licences come by key, ordered ones with their order. */
    private static LicenseType typeOf(AccountType account) {
        return switch (account) {
            case TRIAL -> LicenseType.TRIAL;
            case MONTHLY -> LicenseType.MONTHLY;
            case TERM, MANAGED_ORDER -> null;
        };
    }
}
