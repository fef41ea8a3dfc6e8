package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kontor.customers.Topics;
import dev.kontor.customers.Vendor;
import dev.kontor.customers.accountkeys.AccountKeys;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Customers that start a trial themselves (domain.md rule 11): the vendor's, with a key to hand to a partner. */
@ApplicationScoped
@Transactional
class SignUps {

    private final Customers customers;
    private final CustomerRows rows;
    private final AssistanceService assistances;
    private final AccountKeys keys;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    SignUps(
            Customers customers,
            CustomerRows rows,
            AssistanceService assistances,
            AccountKeys keys,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.customers = customers;
        this.rows = rows;
        this.assistances = assistances;
        this.keys = keys;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** The customer as any other, and its key. */
    record SignedUp(@JsonUnwrapped CustomerView customer, String accountKey) {}

    /** The command was checked by {@link NewAccounts}. */
    @Idempotent(keepAnswer = false)
    SignedUp create(CreateCustomer command) {
        var by = caller.subject();
        var customer = Customer.created(command, Vendor.PARTNER_ID, by, null, clock.instant());
        customers.persistAndFlush(customer);
        assistances.startOff(Vendor.PARTNER_ID, customer.id());
        var key = keys.issue(Vendor.PARTNER_ID, customer.id());
        var state = customer.state();
        outbox.append(Fact.of(
                Topics.CUSTOMERS,
                "customer/" + state.id(),
                "customer.created",
                state.partnerId(),
                Map.of("by", by),
                state));
        return new SignedUp(rows.one(customer.id()).orElseThrow().view(), key);
    }
}
