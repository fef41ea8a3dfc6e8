package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.MonthlyOffers;
import dev.kontor.licensing.earlyaccess.EarlyAccess;
import dev.kontor.licensing.keys.LicenseKeys;
import dev.kontor.licensing.keys.LicenseKeys.FoundKey;
import dev.kontor.licensing.licenses.AccountBook;
import dev.kontor.licensing.licenses.ChangeCause;
import dev.kontor.licensing.plans.Account;
import dev.kontor.licensing.plans.AccountPlans;
import dev.kontor.licensing.plans.Effect;
import dev.kontor.licensing.plans.KeyMode;
import dev.kontor.licensing.repeats.Outcomes;
import dev.kontor.platform.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Plans and carries out what a conversion or a key does to an account (domain.md rules 12 and 17): all of it in one
 * transaction, or nothing.
 */
@ApplicationScoped
@Transactional
class Conversions {

    private final AccountBook book;
    private final MonthlyOffers offers;
    private final MonthlyChoice choice;
    private final LicenseKeys keys;
    private final EarlyAccess earlyAccess;
    private final Outcomes outcomes;

    Conversions(
            AccountBook book,
            MonthlyOffers offers,
            MonthlyChoice choice,
            LicenseKeys keys,
            EarlyAccess earlyAccess,
            Outcomes outcomes) {
        this.book = book;
        this.offers = offers;
        this.choice = choice;
        this.keys = keys;
        this.earlyAccess = earlyAccess;
        this.outcomes = outcomes;
    }

    /** What a key is used for; the same again by the same customer has the same outcome. */
    private record KeyUse(byte[] key, String as) {}

    @Idempotent
    Outcome convert(UUID customerId, ConvertBillingType wanted, String by) {
        var account = book.open(customerId);
        return switch (wanted.target()) {
            case MONTHLY -> toMonthly(account, wanted, by);
            case TERM -> toTerm(account, wanted, by);
        };
    }

    @Idempotent
    Outcome redeem(UUID customerId, RedeemKey wanted, String by) {
        var account = book.open(customerId);
        var key = keys.find(wanted.key());
        var use = new KeyUse(key.hash(), wanted.mode().code());
        var before = before(key, customerId, use);
        if (before.isPresent()) {
            return before.get();
        }
        switch (account.type()) {
            case MANAGED_ORDER -> throw LicensingProblem.MANAGED_ORDER_READ_ONLY.problem();
            case MONTHLY -> throw LicensingProblem.ACCOUNT_MONTHLY.problem();
            case TRIAL, TERM -> key.unused();
        }
        var plan = AccountPlans.byKey(account, key.grant(), wanted.mode());
        return use(key, use, account, plan, ChangeCause.KEY_REDEEMED, by);
    }

    private Outcome toMonthly(Account account, ConvertBillingType wanted, String by) {
        if (wanted.licenseKey() != null) {
            throw BillingTypeProblem.notForTarget("licenseKey", wanted.target());
        }
        var untold = wanted.onlyAsks()
                ? Optional.<Outcome>empty()
                : outcomes.of(account.customerId(), wanted, Outcome.class);
        if (untold.isPresent()) {
            return untold.get();
        }
        var chosen = choice.of(account, wanted);
        switch (account.type()) {
            case MANAGED_ORDER -> throw LicensingProblem.MANAGED_ORDER_READ_ONLY.problem();
            case MONTHLY -> throw BillingTypeProblem.unchanged(AccountType.MONTHLY);
            case TRIAL, TERM -> offers.chosen(chosen, Set.of(), index -> "/products/" + index);
        }
        var left = earlyAccess.withoutFlex(account.customerId());
        var plan = AccountPlans.toMonthly(account, chosen, left);
        if (wanted.onlyAsks()) {
            return new Outcome(plan, null);
        }
        var outcome = carryOut(account, plan, ChangeCause.BILLING_TYPE_CONVERTED, by);
        outcomes.keepUntilTold(account.customerId(), wanted, outcome);
        return outcome;
    }

    private Outcome toTerm(Account account, ConvertBillingType wanted, String by) {
        if (wanted.namesProducts()) {
            throw BillingTypeProblem.notForTarget("products", wanted.target());
        }
        if (wanted.licenseKey() == null) {
            throw BillingTypeProblem.required("licenseKey");
        }
        var key = keys.find(wanted.licenseKey());
        var use = new KeyUse(key.hash(), "conversion");
        var before = wanted.onlyAsks() ? Optional.<Outcome>empty() : before(key, account.customerId(), use);
        if (before.isPresent()) {
            return before.get();
        }
        switch (account.type()) {
            case MANAGED_ORDER -> throw LicensingProblem.MANAGED_ORDER_READ_ONLY.problem();
            case TERM -> throw BillingTypeProblem.unchanged(AccountType.TERM);
            case TRIAL, MONTHLY -> key.unused();
        }
        var plan = AccountPlans.byKey(account, key.grant(), KeyMode.CHANGE);
        return wanted.onlyAsks()
                ? new Outcome(plan, null)
                : use(key, use, account, plan, ChangeCause.BILLING_TYPE_CONVERTED, by);
    }

    private Optional<Outcome> before(FoundKey key, UUID customerId, KeyUse use) {
        return key.used() ? outcomes.of(customerId, use, Outcome.class) : Optional.empty();
    }

    private Outcome use(FoundKey key, KeyUse use, Account account, List<Effect> plan, ChangeCause cause, String by) {
        keys.use(key, account.customerId(), account.at());
        var outcome = carryOut(account, plan, cause, by);
        outcomes.keep(account.customerId(), use, outcome);
        return outcome;
    }

    private Outcome carryOut(Account account, List<Effect> plan, ChangeCause cause, String by) {
        var billing = book.apply(account, plan, cause, by);
        earlyAccess.apply(account.customerId(), plan);
        return new Outcome(plan, billing.orElse(null));
    }
}
