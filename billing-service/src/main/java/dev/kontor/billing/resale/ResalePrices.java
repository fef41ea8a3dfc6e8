package dev.kontor.billing.resale;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.pricebooks.PriceEntryBody;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.PriceModel;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.billing.rating.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A price book's prices, by the code that rates what its partner is billed (domain.md rule 36). */
final class ResalePrices {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 8;

    private final PutResalePriceBook book;
    private final int digits;
    private final Map<String, PriceEntry> entries;

    ResalePrices(PutResalePriceBook book) {
        this.book = book;
        this.digits = Currency.getInstance(book.currency()).getDefaultFractionDigits();
        this.entries = book.prices().stream()
                .map(PriceEntryBody::toEntry)
                .collect(Collectors.toMap(PriceEntry::product, Function.identity()));
    }

    /** What a month's products are sold for; those without a price are missing. */
    Map<Sold.Key, ResalePrice> of(Collection<Sold> sold) {
        var prices = new HashMap<Sold.Key, ResalePrice>();
        sold.stream().collect(groupingBy(its -> its.key().product())).forEach((product, its) -> {
            var entry = entries.get(product);
            if (entry != null) {
                entered(entry, its, prices);
            } else if (book.markUpPercent() != null) {
                markedUp(product, its, prices);
            }
        });
        return prices;
    }

    private void entered(PriceEntry entry, List<Sold> sold, Map<Sold.Key, ResalePrice> prices) {
        var charged = sold.stream().collect(partitioningBy(Sold::isNothing));
        // A minimum is owed by whom something is charged for.
        charged.get(true).forEach(its -> rate(entry.withoutMinimum(), List.of(its), prices));
        if (book.scope() == ResaleScope.CUSTOMER) {
            charged.get(false).forEach(its -> rate(entry, List.of(its), prices));
        } else if (!charged.get(false).isEmpty()) {
            rate(entry, charged.get(false), prices);
        }
    }

    private void rate(PriceEntry entry, List<Sold> sold, Map<Sold.Key, ResalePrice> prices) {
        var rated = rate(entry, sold, Sold::quantity);
        rated.shares()
                .forEach(share -> prices.put(
                        new Sold.Key(UUID.fromString(share.customer()), entry.product()),
                        new ResalePrice(rated.band(), rated.unitPrice(), share.amount(), share.parts())));
    }

    /** A mark-up is a price for each unit of cost. */
    private void markedUp(String product, List<Sold> sold, Map<Sold.Key, ResalePrice> prices) {
        var factor = BigDecimal.ONE.add(book.markUpPercent().divide(HUNDRED));
        var perCost = new PriceEntry(
                product, PriceModel.FLAT, null, List.of(new Band(null, factor, null)), null, null, CountRule.PEAK);
        var rated = rate(perCost, sold, its -> Fraction.of(its.cost()));
        var unitCosts = new HashMap<Sold.Key, BigDecimal>();
        sold.forEach(its -> unitCosts.put(its.key(), its.unitCost()));
        rated.shares().forEach(share -> {
            var key = new Sold.Key(UUID.fromString(share.customer()), product);
            var unitCost = unitCosts.get(key);
            prices.put(
                    key,
                    new ResalePrice(
                            null,
                            unitCost == null ? null : shown(unitCost.multiply(factor)),
                            share.amount(),
                            share.parts()));
        });
    }

    private static BigDecimal shown(BigDecimal unitPrice) {
        var shown = unitPrice.setScale(Math.min(SHOWN, unitPrice.scale()), RoundingMode.HALF_UP);
        var stripped = shown.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()));
    }

    /** Below nothing, where a statement was taken back that a later one corrects, counts as nothing. */
    private RatedProduct rate(PriceEntry entry, List<Sold> sold, Function<Sold, Fraction> quantity) {
        return Rating.rate(
                entry,
                digits,
                sold.stream()
                        .map(its -> new CustomerQuantity(
                                its.key().customerId().toString(), notNegative(quantity.apply(its))))
                        .toList());
    }

    private static Fraction notNegative(Fraction quantity) {
        return quantity.signum() < 0 ? Fraction.ZERO : quantity;
    }
}
