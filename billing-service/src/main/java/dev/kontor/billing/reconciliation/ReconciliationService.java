package dev.kontor.billing.reconciliation;

import static java.util.stream.Collectors.toSet;

import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.statements.BilledMonths;
import dev.kontor.billing.statements.BilledMonths.BilledMonth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Knows what the caller's partner's own numbers are compared with: its statement, issued or not; nothing is stored. */
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

    /** The month to compare with; rows are added outside the transaction, however slowly they come. */
    @Transactional
    Reconciliation of(YearMonth month) {
        var partner = partners.known();
        var billed = months.of(partner, month);
        var lines = billed.map(BilledMonth::lines).orElse(List.of());
        var keys = new CustomerKeys(
                customers.of(partner.id(), Instant.EPOCH, clock.instant()),
                month,
                lines.stream().map(BilledLine::customerId).collect(toSet()));
        return new Reconciliation(
                month, billed.orElse(null), new Comparison(lines, keys, new ProductKeys(products.named())));
    }

    /** A comparison, and with which statement; null where there is none. */
    record Reconciliation(YearMonth month, BilledMonth statement, Comparison comparison) {

        ReconciliationView view() {
            return new ReconciliationView(
                    month.toString(),
                    statement == null ? null : statement.statementId(),
                    statement == null ? null : statement.state(),
                    statement == null ? null : statement.currency(),
                    comparison.rows(),
                    comparison.findings().stream()
                            .map(its -> ReconciliationView.FindingView.of(
                                    its,
                                    its.customerId() == null
                                            ? null
                                            : comparison.customers().relation(its.customerId())))
                            .toList());
        }
    }
}
