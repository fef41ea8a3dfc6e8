package dev.kontor.billing.reconciliation;

import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.reconciliation.Finding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Compares rows with the lines of a statement; the rows are what is judged. */
final class Comparison {

    private final CustomerKeys customers;
    private final Set<String> products;
    private final Map<Key, Billed> billed = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(CustomerKeys customers, Set<String> products) {
        this.customers = customers;
        this.products = products;
    }

    private record Key(UUID customerId, String product) {}

    private record Billed(BigDecimal quantity, BigDecimal amount) {

        Billed plus(Billed other) {
            return new Billed(quantity.add(other.quantity), amount.add(other.amount));
        }
    }

    /** Several rows of the same; without an amount where one of them has none. */
    private record Claimed(int row, String customer, BigDecimal quantity, BigDecimal amount) {

        Claimed plus(Claimed other) {
            return new Claimed(
                    row,
                    customer,
                    quantity.add(other.quantity),
                    amount == null || other.amount == null ? null : amount.add(other.amount));
        }
    }

    /**
     * The differences: those of rows in their order, then what no row speaks of.
     *
     * @param lines the month's own; corrections of other months are passed over
     */
    static List<Finding> of(
            List<Reconcile.Row> rows, List<BilledLine> lines, CustomerKeys customers, Set<String> products) {
        var comparison = new Comparison(customers, products);
        lines.stream()
                .filter(line -> line.correctsMonth() == null)
                .forEach(line -> comparison.billed.merge(
                        new Key(line.customerId(), line.product()),
                        new Billed(line.billable(), line.amount()),
                        Billed::plus));
        comparison.claimed(rows).forEach(comparison::compare);
        comparison.findings.sort(Comparator.comparing(Finding::row));
        comparison.billed.forEach(comparison::missing);
        return comparison.findings;
    }

    private Map<Key, Claimed> claimed(List<Reconcile.Row> rows) {
        var claimed = new LinkedHashMap<Key, Claimed>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var meant = customers.of(row.customer());
            var unmapped = unmapped(meant, row.product());
            if (unmapped.isPresent()) {
                findings.add(new Finding(
                        Kind.UNMAPPED,
                        i,
                        row.customer(),
                        null,
                        row.product(),
                        null,
                        row.quantity(),
                        null,
                        row.amount(),
                        unmapped.get()));
            } else {
                claimed.merge(
                        new Key(meant.iterator().next(), row.product()),
                        new Claimed(i, row.customer(), row.quantity(), row.amount()),
                        Claimed::plus);
            }
        }
        return claimed;
    }

    private Optional<String> unmapped(Set<UUID> meant, String product) {
        if (meant.isEmpty()) {
            return Optional.of("unknown-customer");
        }
        if (meant.size() > 1) {
            return Optional.of("ambiguous-customer");
        }
        return products.contains(product) ? Optional.empty() : Optional.of("unknown-product");
    }

    private void compare(Key key, Claimed claimed) {
        var its = billed.remove(key);
        var expected = its == null ? BigDecimal.ZERO : its.quantity();
        var expectedAmount = its == null ? BigDecimal.ZERO : its.amount();
        var byQuantity = claimed.quantity().compareTo(expected);
        var byAmount = claimed.amount() == null ? 0 : claimed.amount().compareTo(expectedAmount);
        var difference = byQuantity != 0 ? byQuantity : byAmount;
        if (difference == 0) {
            return;
        }
        var kind = its == null ? Kind.UNEXPECTED : difference > 0 ? Kind.OVER : Kind.UNDER;
        findings.add(new Finding(
                kind,
                claimed.row(),
                claimed.customer(),
                key.customerId(),
                key.product(),
                its == null ? null : expected,
                claimed.quantity(),
                its == null || claimed.amount() == null ? null : expectedAmount,
                claimed.amount(),
                null));
    }

    private void missing(Key key, Billed its) {
        if (its.quantity().signum() != 0 || its.amount().signum() != 0) {
            findings.add(new Finding(
                    Kind.MISSING,
                    null,
                    null,
                    key.customerId(),
                    key.product(),
                    its.quantity(),
                    null,
                    its.amount(),
                    null,
                    null));
        }
    }
}
