package dev.kontor.billing.reconciliation;

import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.reconciliation.Finding.Kind;
import dev.kontor.billing.reconciliation.Finding.Reason;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares rows with the lines of a statement; the rows are what is judged. Rows of the same are added up as they come, credits
 * too, so what it keeps is no longer than the partner's customers and products; of rows that are nobody's it keeps a bound.
 */
final class Comparison {

    /** A file with more of them is not one of this month's customers and products. */
    private static final int MOST_ODD_ROWS = 10_000;

    private final CustomerKeys customers;
    private final ProductKeys products;
    private final Map<Key, Billed> billed = new LinkedHashMap<>();
    private final Map<Key, Claimed> claimed = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int rows;

    /** {@code lines} are the month's own; corrections of other months are passed over. */
    Comparison(List<BilledLine> lines, CustomerKeys customers, ProductKeys products) {
        this.customers = customers;
        this.products = products;
        lines.stream()
                .filter(line -> line.correctsMonth() == null)
                .forEach(line -> billed.merge(
                        new Key(line.customerId(), line.product()),
                        new Billed(line.billable().shown(), line.amount()),
                        Billed::plus));
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

    /** The next row. */
    void add(Reconcile.Row row) {
        var place = rows++;
        var meant = customers.of(row.customer());
        var product = products.of(row.product());
        var unmapped = unmapped(meant.size(), product.size());
        if (unmapped.isPresent()) {
            odd(new Finding(
                    Kind.UNMAPPED,
                    place,
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
                    new Key(meant.iterator().next(), product.iterator().next()),
                    new Claimed(place, row.customer(), row.quantity(), row.amount()),
                    Claimed::plus);
        }
    }

    /** The next row is none that can be compared: a total, a heading, a number nobody can read for sure. */
    void passOver(String customer, String product, Reason reason) {
        odd(new Finding(Kind.UNUSABLE, rows++, customer, null, product, null, null, null, null, reason));
    }

    private void odd(Finding finding) {
        if (findings.size() == MOST_ODD_ROWS) {
            throw Problems.invalid(InputError.pointer("/rows", "too-many-odd-rows", MOST_ODD_ROWS));
        }
        findings.add(finding);
    }

    private static Optional<Reason> unmapped(int customers, int products) {
        if (customers != 1) {
            return Optional.of(customers == 0 ? Reason.UNKNOWN_CUSTOMER : Reason.AMBIGUOUS_CUSTOMER);
        }
        return products == 1
                ? Optional.empty()
                : Optional.of(products == 0 ? Reason.UNKNOWN_PRODUCT : Reason.AMBIGUOUS_PRODUCT);
    }

    /** How many rows there were. */
    int rows() {
        return rows;
    }

    CustomerKeys customers() {
        return customers;
    }

    /** The differences, once all rows are in: those of rows in their order, then what no row speaks of. */
    List<Finding> findings() {
        var found = new ArrayList<>(findings);
        claimed.forEach((key, rows) -> compare(key, rows).ifPresent(found::add));
        found.sort(Comparator.comparing(Finding::row));
        billed.forEach((key, its) -> {
            if (!claimed.containsKey(key)) {
                missing(key, its).ifPresent(found::add);
            }
        });
        return found;
    }

    private Optional<Finding> compare(Key key, Claimed claimed) {
        var its = billed.get(key);
        var expected = its == null ? BigDecimal.ZERO : its.quantity();
        var expectedAmount = its == null ? BigDecimal.ZERO : its.amount();
        var byQuantity = claimed.quantity().compareTo(expected);
        var byAmount = claimed.amount() == null ? 0 : claimed.amount().compareTo(expectedAmount);
        var difference = byQuantity != 0 ? byQuantity : byAmount;
        if (difference == 0) {
            return Optional.empty();
        }
        var kind = its == null ? Kind.UNEXPECTED : difference > 0 ? Kind.OVER : Kind.UNDER;
        return Optional.of(new Finding(
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

    private static Optional<Finding> missing(Key key, Billed its) {
        return its.quantity().signum() == 0 && its.amount().signum() == 0
                ? Optional.empty()
                : Optional.of(new Finding(
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
