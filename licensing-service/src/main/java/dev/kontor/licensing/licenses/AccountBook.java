package dev.kontor.licensing.licenses;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.accounts.BillingType;
import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.plans.Account;
import dev.kontor.licensing.plans.Effect;
import dev.kontor.licensing.plans.Effect.Kind;
import dev.kontor.licensing.plans.EffectiveTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where plans get their facts, and where they are carried out; works in the caller's transaction. */
@ApplicationScoped
public class AccountBook {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final Catalogue catalogue;
    private final LicenseNews news;
    private final Clock clock;

    AccountBook(LicenseAccounts accounts, Licenses licenses, Catalogue catalogue, LicenseNews news, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.catalogue = catalogue;
        this.news = news;
        this.clock = clock;
    }

    /** The account of a customer the caller sees, as it stays until the transaction ends, but for {@link #apply}. */
    public Account open(UUID customerId) {
        // Read after the lock, so that what a plan starts never overlaps what it ends.
        return facts(accounts.lock(customerId));
    }

    /** The account of a customer the caller sees, as it stands now. */
    public Account read(UUID customerId) {
        return facts(accounts.findById(customerId));
    }

    /**
     * Carries a plan out and tells the others.
     *
     * @return the account's new billing type, where the plan changes it
     */
    public Optional<BillingType> apply(Account planned, List<Effect> effects, ChangeCause cause, String by) {
        var account = accounts.lock(planned.customerId());
        var all = new ArrayList<>(licenses.ofCustomer(planned.customerId()));
        var byId = all.stream().collect(toMap(License::id, identity()));
        for (var effect : effects) {
            if (effect.kind() == Kind.LICENSE_ENDED) {
                byId.get(effect.licenseId()).end(effect.at());
            } else if (effect.kind() == Kind.LICENSE_REPLACED) {
                byId.get(effect.licenseId()).endContinued(effect.at());
            }
        }
        // Ended in the database before the next starts: a product has one open segment at a time.
        licenses.flush();
        all.addAll(start(account, effects));
        news.tell(account, all, LicensesChanged.by(cause, planned.at()), clock.instant());
        return effects.stream()
                .filter(effect -> effect.kind() == Kind.BILLING_TYPE_CHANGED)
                .map(effect -> news.billedAs(account, typeOf(effect), effect.at(), by, cause))
                .findFirst();
    }

    private Account facts(LicenseAccount account) {
        var now = clock.instant();
        var all = licenses.ofCustomer(account.customerId());
        var held = all.stream()
                .filter(license -> license.statusAt(now).protects())
                .map(License::held)
                .toList();
        var at = EffectiveTime.of(now, all.stream().flatMap(License::boundaries));
        return new Account(account.customerId(), account.accountType(), account.version(), held, at);
    }

    private List<License> start(LicenseAccount account, List<Effect> effects) {
        var starting =
                effects.stream().filter(e -> e.kind() == Kind.LICENSE_STARTED).toList();
        var offers = catalogue.offers(starting.stream().map(Effect::product).toList());
        var started = starting.stream()
                .map(effect -> License.planned(account, offers.get(effect.product()), effect))
                .toList();
        licenses.persist(started);
        return started;
    }

    private static AccountType typeOf(Effect billing) {
        return switch (billing.licenseType()) {
            case TRIAL -> AccountType.TRIAL;
            case TERM -> AccountType.TERM;
            case MONTHLY -> AccountType.MONTHLY;
            case ORDERED -> AccountType.MANAGED_ORDER;
        };
    }
}
