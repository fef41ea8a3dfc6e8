package dev.kontor.licensing.orders;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.accounts.BillingType;
import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.licenses.AccountBook;
import dev.kontor.licensing.licenses.ChangeCause;
import dev.kontor.licensing.plans.Account;
import dev.kontor.licensing.plans.AccountPlans;
import dev.kontor.licensing.repeats.Outcomes;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Places managed orders (domain.md rule 19). */
@ApplicationScoped
@Transactional
class Ordering {

    private final ManagedOrders orders;
    private final AccountBook book;
    private final Catalogue catalogue;
    private final Outcomes outcomes;
    private final Caller caller;

    Ordering(ManagedOrders orders, AccountBook book, Catalogue catalogue, Outcomes outcomes, Caller caller) {
        this.orders = orders;
        this.book = book;
        this.catalogue = catalogue;
        this.outcomes = outcomes;
        this.caller = caller;
    }

    /** What a repeat of an order finds its outcome by. */
    private record Order(UUID id) {}

    /**
     * An order that was placed.
     *
     * @param billing what the customer's owner must be told; null where it is a managed order's customer already
     */
    record Placed(ManagedOrderView order, BillingType billing) {}

    /** Refuses products that can't be ordered, before a customer is made for them. */
    void check(List<OrderedProduct> products) {
        var offers =
                catalogue.offers(products.stream().map(OrderedProduct::code).toList());
        var seen = new HashSet<String>();
        var errors = new ArrayList<InputError>();
        for (var i = 0; i < products.size(); i++) {
            var code = products.get(i).code();
            var pointer = "/products/" + i + "/code";
            if (!offers.containsKey(code)) {
                errors.add(InputError.pointer(pointer, "unknown-product", code));
            } else if (!seen.add(code)) {
                errors.add(InputError.pointer(pointer, "given-twice"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
    }

    /** Places it for a customer there is by now; {@code wanted} is what a repeat is compared by. */
    @Idempotent
    Placed place(UUID orderId, UUID customerId, PlaceOrder wanted) {
        var account = book.open(customerId);
        var known = orders.findById(orderId);
        if (known != null) {
            requireSame(known, wanted);
            return outcomes.of(customerId, new Order(orderId), Placed.class)
                    .orElseGet(() -> new Placed(known.view(), null));
        }
        checkOrderable(account);
        var plan = AccountPlans.byOrder(
                account, wanted.products().stream().map(OrderedProduct::ordered).toList());
        var order = ManagedOrder.of(
                orderId, caller.partnerId(), customerId, wanted.products(), caller.subject(), account.at());
        orders.persist(order);
        var billing = book.apply(account, plan, ChangeCause.MANAGED_ORDER, caller.subject());
        var placed = new Placed(order.view(), billing.orElse(null));
        if (billing.isPresent()) {
            outcomes.keepUntilTold(customerId, new Order(orderId), placed);
        }
        return placed;
    }

    /** The customer's owner knows how it is billed. */
    void told(UUID orderId, UUID customerId) {
        outcomes.told(customerId, new Order(orderId));
    }

    Page<ManagedOrderView> page(UUID customerId, PageRequest request) {
        var rows = orders.page(customerId, request.after().orElse(List.of()), request.fetch()).stream()
                .map(ManagedOrder::view)
                .toList();
        return Page.of(
                        rows,
                        request,
                        row -> List.of(row.orderedAt().toString(), row.id().toString()))
                .withTotal(request, () -> orders.count(customerId));
    }

    /** The key's answer is forgotten by now, its order isn't: it names that one for good. */
    private static void requireSame(ManagedOrder known, PlaceOrder wanted) {
        if (!known.view().products().equals(wanted.products())) {
            throw CommonProblem.IDEMPOTENCY_KEY_REUSED.problem();
        }
    }

    /** Monthly and term licences are not given up for an order: they are converted, or run out, first. */
    private static void checkOrderable(Account account) {
        var term = account.held().stream().anyMatch(license -> license.type() == LicenseType.TERM);
        if (account.type() == AccountType.MONTHLY || term) {
            throw LicensingProblem.CUSTOMER_NOT_ORDERABLE.problem(account.type().code());
        }
    }
}
