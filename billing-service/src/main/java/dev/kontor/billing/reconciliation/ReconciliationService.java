package dev.kontor.billing.reconciliation;

import static java.util.stream.Collectors.toSet;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.counting.DecimalLimits;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.statements.BilledMonths;
import dev.kontor.billing.statements.BilledMonths.BilledMonth;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares the caller's partner's own numbers with its statement, issued or not; nothing is stored. */
@ApplicationScoped
class ReconciliationService {

    private final CallersPartner partners;
    private final BilledMonths months;
    private final Customers customers;
    private final Products products;
    private final Clock clock;

    ReconciliationService(
            CallersPartner partners, BilledMonths months, Customers customers, Products products, Clock clock) {
        this.partners = partners;
        this.months = months;
        this.customers = customers;
        this.products = products;
        this.clock = clock;
    }

    @Transactional
    ReconciliationView reconcile(Reconcile asked) {
        var partner = partners.known();
        var month = BillingMonths.readField("/month", asked.month());
        requireShortNumbers(asked);
        var billed = months.of(partner, month);
        var lines = billed.map(BilledMonth::lines).orElse(List.of());
        var keys = new CustomerKeys(
                customers.of(partner.id(), Instant.EPOCH, clock.instant()),
                month,
                lines.stream().map(BilledLine::customerId).collect(toSet()));
        var findings =
                Comparison.of(asked.rows(), lines, keys, products.categories().keySet());
        return new ReconciliationView(
                month.toString(),
                billed.map(BilledMonth::statementId).orElse(null),
                billed.map(BilledMonth::state).orElse(null),
                billed.map(BilledMonth::currency).orElse(null),
                asked.rows().size(),
                findings.stream()
                        .map(its -> ReconciliationView.FindingView.of(
                                its, its.customerId() == null ? null : keys.relation(its.customerId())))
                        .toList());
    }

    private static void requireShortNumbers(Reconcile asked) {
        var tooLong = new ArrayList<InputError>();
        for (var i = 0; i < asked.rows().size(); i++) {
            var row = asked.rows().get(i);
            if (!DecimalLimits.fits(row.quantity())) {
                tooLong.add(InputError.pointer("/rows/" + i + "/quantity", "too-many-digits"));
            }
            if (row.amount() != null && !DecimalLimits.fits(row.amount())) {
                tooLong.add(InputError.pointer("/rows/" + i + "/amount", "too-many-digits"));
            }
        }
        if (!tooLong.isEmpty()) {
            throw Problems.invalid(tooLong.toArray(InputError[]::new));
        }
    }
}
