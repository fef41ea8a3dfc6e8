package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.BilledOtherwise;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.customers.assistance.ConsentSource;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What licensing-service decides of accounts: how they are billed, and customers that come with a managed order. */
@ApplicationScoped
@Transactional
class LicensedAccounts {

    private static final Map<AccountType, ConsentSource> CONSENT_COMES_WITH = Map.of(
            AccountType.MONTHLY, ConsentSource.MONTHLY_ACCOUNT, AccountType.MANAGED_ORDER, ConsentSource.MANAGED_ORDER);

    private final Customers customers;
    private final CustomerService service;
    private final AssistanceService assistances;
    private final AccountOpening opening;
    private final Event<BilledOtherwise> billedOtherwise;
    private final Database database;
    private final Clock clock;

    LicensedAccounts(
            Customers customers,
            CustomerService service,
            AssistanceService assistances,
            AccountOpening opening,
            Event<BilledOtherwise> billedOtherwise,
            Database database,
            Clock clock) {
        this.customers = customers;
        this.service = service;
        this.assistances = assistances;
        this.opening = opening;
        this.billedOtherwise = billedOtherwise;
        this.database = database;
        this.clock = clock;
    }

    /** Takes over how an account is billed; what was told before changes nothing (rules 12 and 13). */
    void bill(UUID customerId, BillingType told) {
        var customer = customers.held(customerId).orElseThrow(Problems::notFound);
        var now = clock.instant();
        if (customer.bill(told.accountType(), told.version(), now)) {
            customers.flush();
            service.tell("customer.updated", customer, Map.of("accountType", told.accountType()));
            // Also where it is monthly as before: versions count changes, so it was something else in between.
            billedOtherwise.fire(new BilledOtherwise(customerId, customer.partnerId(), told.by(), now));
            var source = CONSENT_COMES_WITH.get(told.accountType());
            if (source != null) {
                assistances.comesOn(customerId, source);
            }
        }
    }

    /** The customer of a managed order, made as the order is first heard of. */
    UUID customerOf(UUID orderId, ManagedOrderCustomer order) {
        var customer = Customer.ordered(order, clock.instant());
        if (!claim(order.partnerId(), orderId, customer.id())) {
            return madeFor(orderId);
        }
        opening.open(customer, order.by(), CONSENT_COMES_WITH.get(AccountType.MANAGED_ORDER));
        return customer.id();
    }

    /** False where the order has its customer; one that is being made at this moment is waited for. */
    private boolean claim(UUID partnerId, UUID orderId, UUID customerId) {
        return database.sql(
                                """
                                insert into managed_order_customer (partner_id, order_id, customer_id)
                                values (:partner, :order, :customer) on conflict do nothing""")
                        .with("partner", partnerId)
                        .with("order", orderId)
                        .with("customer", customerId)
                        .update()
                > 0;
    }

    private UUID madeFor(UUID orderId) {
        return database.sql("select customer_id from managed_order_customer where order_id = :order")
                .with("order", orderId)
                .one(UUID.class);
    }
}
