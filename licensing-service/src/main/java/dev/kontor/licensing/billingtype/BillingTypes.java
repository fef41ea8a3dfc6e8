package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.accounts.CustomerAccounts;
import dev.kontor.licensing.repeats.Outcomes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Changes how an account is billed, here and then at its owner, so that whoever was answered reads it there.
 *
 * <p>Not transactional: the owner is told once the change has committed, and with it what came of it. Whoever asks for the
 * same again, since the owner was away, is answered the same (decision 043).
 */
@ApplicationScoped
class BillingTypes {

    private final Conversions conversions;
    private final CustomerAccounts accounts;
    private final Outcomes outcomes;

    BillingTypes(Conversions conversions, CustomerAccounts accounts, Outcomes outcomes) {
        this.conversions = conversions;
        this.accounts = accounts;
        this.outcomes = outcomes;
    }

    /** {@code by} is the subject that wants it. */
    BillingEffects convert(UUID customerId, ConvertBillingType wanted, String by) {
        var outcome = conversions.convert(customerId, wanted, by);
        var effects = told(outcome);
        if (outcome.billing() != null) {
            outcomes.told(customerId, wanted);
        }
        return effects;
    }

    BillingEffects redeem(UUID customerId, RedeemKey wanted, String by) {
        return told(conversions.redeem(customerId, wanted, by));
    }

    private BillingEffects told(Outcome outcome) {
        if (outcome.billing() != null) {
            accounts.bill(outcome.billing());
        }
        return new BillingEffects(outcome.effects());
    }
}
