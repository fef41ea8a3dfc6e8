package dev.kontor.licensing.licenses;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.accounts.BillingType;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Tells the others how a customer's licences stand after a change; part of the change's own transaction. */
@ApplicationScoped
class LicenseNews {

    private static final String TOPIC = "kontor.licensing.v1";

    private final Outbox outbox;

    LicenseNews(Outbox outbox) {
        this.outbox = outbox;
    }

    /** {@code account} is locked; {@code licenses} are all it has. */
    void tell(LicenseAccount account, Collection<License> licenses, LicensesChanged event, Instant now) {
        account.changed(licenses, now);
        var state = LicensesState.of(account, licenses, now);
        var key = "licenses/" + account.customerId();
        outbox.append(Fact.of(TOPIC, key, "license.changed", account.partnerId(), event, state));
    }

    /** Bills the account, which is locked, another way and says so. */
    BillingType billedAs(LicenseAccount account, AccountType type, Instant at, String by, ChangeCause cause) {
        var event = new BillingTypeChanged(account.accountType(), type, at, by, cause);
        var state = account.billAs(type, at, by);
        var key = "billing-type/" + account.customerId();
        outbox.append(Fact.of(TOPIC, key, "billing-type.changed", account.partnerId(), event, state));
        return state;
    }
}
