package dev.kontor.billing.rating;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.DecimalLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;

/** Refuses a price book that could bill wrongly, before it can bill, and says why. */
public final class PriceBookRules {

    private final List<Violation> violations = new ArrayList<>();

    private PriceBookRules() {}

    /** Everything that is wrong with the book; empty for a good one. */
    public static List<Violation> check(PriceBook book, List<PriceEntry> entries) {
        var violations = new ArrayList<Violation>();
        if (entries.isEmpty()) {
            violations.add(new Violation("/entries", "no-entries"));
        }
        violations.addAll(checkEntries(book, entries));
        return violations;
    }

    /** The same of a book that may have a price for everything without an entry. */
    public static List<Violation> checkEntries(PriceBook book, List<PriceEntry> entries) {
        var rules = new PriceBookRules();
        rules.currency(book.currency());
        var products = new HashSet<String>();
        for (var i = 0; i < entries.size(); i++) {
            var pointer = "/entries/" + i;
            rules.require(products.add(entries.get(i).product()), pointer + "/product", "product-twice");
            rules.entry(pointer, entries.get(i));
        }
        return rules.violations;
    }

    private void currency(String code) {
        var known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code)
                        // -1 for codes that are no money, such as XXX.
                        && currency.getDefaultFractionDigits() >= 0);
        require(known, "/currency", "currency-unknown");
    }

    private void entry(String pointer, PriceEntry entry) {
        if (!bounded(pointer, entry)) {
            return;
        }
        bands(pointer, entry);
        var packaged = entry.model() == PriceModel.PACKAGE;
        require(
                !packaged || (entry.packageSize() != null && entry.packageSize().signum() > 0),
                pointer + "/packageSize",
                "package-size-missing");
        require(packaged || entry.packageSize() == null, pointer + "/packageSize", "package-size-unexpected");
        require(!negative(entry.minimum()), pointer + "/minimum", "negative");
        require(!negative(entry.maximum()), pointer + "/maximum", "negative");
        require(
                entry.minimum() == null
                        || entry.maximum() == null
                        || entry.minimum().compareTo(entry.maximum()) <= 0,
                pointer + "/maximum",
                "maximum-below-minimum");
        var asOfDay = entry.countRule().method() == CountMethod.AS_OF_DAY;
        var day = entry.countRule().asOfDay();
        require(!asOfDay || (day != null && day >= 1 && day <= 31), pointer + "/asOfDay", "as-of-day-missing");
        require(asOfDay || day == null, pointer + "/asOfDay", "as-of-day-unexpected");
    }

    private void bands(String pointer, PriceEntry entry) {
        var bands = entry.bands();
        if (bands.isEmpty()) {
            require(false, pointer + "/bands", "no-bands");
            return;
        }
        var single = entry.model() == PriceModel.FLAT || entry.model() == PriceModel.PACKAGE;
        require(!single || bands.size() == 1, pointer + "/bands", "one-band-only");
        var below = BigDecimal.ZERO;
        for (var i = 0; i < bands.size(); i++) {
            var at = pointer + "/bands/" + i;
            var band = bands.get(i);
            var last = i == bands.size() - 1;
            require(last == (band.upTo() == null), at + "/upTo", last ? "last-band-not-open" : "band-open-too-early");
            if (band.upTo() != null) {
                require(band.upTo().compareTo(below) > 0, at + "/upTo", "bands-not-rising");
                below = band.upTo();
            }
            require(!negative(band.unitPrice()), at + "/unitPrice", "negative");
            require(!negative(band.flatFee()), at + "/flatFee", "negative");
        }
    }

    private boolean bounded(String pointer, PriceEntry entry) {
        var before = violations.size();
        bounded(pointer + "/packageSize", entry.packageSize());
        bounded(pointer + "/minimum", entry.minimum());
        bounded(pointer + "/maximum", entry.maximum());
        for (var i = 0; i < entry.bands().size(); i++) {
            var band = entry.bands().get(i);
            bounded(pointer + "/bands/" + i + "/upTo", band.upTo());
            bounded(pointer + "/bands/" + i + "/unitPrice", band.unitPrice());
            bounded(pointer + "/bands/" + i + "/flatFee", band.flatFee());
        }
        return violations.size() == before;
    }

    private void bounded(String pointer, BigDecimal number) {
        require(number == null || DecimalLimits.fits(number), pointer, "too-many-digits");
    }

    private static boolean negative(BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }

    private void require(boolean holds, String pointer, String code) {
        if (!holds) {
            violations.add(new Violation(pointer, code));
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer (RFC 6901) into the price book
     */
    public record Violation(String pointer, String code) {

        /** The same in a document that holds the price book under {@code prefix}. */
        public Violation under(String prefix) {
            return new Violation(prefix + pointer, code);
        }
    }
}
