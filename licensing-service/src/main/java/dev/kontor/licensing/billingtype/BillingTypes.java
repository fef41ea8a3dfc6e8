package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.accounts.CustomerAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Changes how an account is billed, here and then at its owner, so that whoever was answered reads it there.
 *
 * <p>Not transactional: the owner is told once the change has committed.
 */
@ApplicationScoped
class BillingTypes {

    private final Conversions conversions;
    private final CustomerAccounts accounts;

    BillingTypes(Conversions conversions, CustomerAccounts accounts) {
        this.conversions = conversions;
        this.accounts = accounts;
    }

    /** {@code by} is the subject that wants it. */
    BillingEffects convert(UUID customerId, ConvertBillingType wanted, String by) {
        return told(conversions.convert(customerId, wanted, by));
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
