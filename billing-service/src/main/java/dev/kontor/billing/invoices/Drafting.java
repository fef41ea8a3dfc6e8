package dev.kontor.billing.invoices;

import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.issuers.IssuerData;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.billing.taxrates.TaxParties;
import dev.kontor.billing.taxrates.TaxRates;
import dev.kontor.billing.taxrates.TaxRules;
import dev.kontor.billing.taxrates.TaxRules.Decision;
import dev.kontor.billing.taxrates.TaxTreatment;
import dev.kontor.billing.taxrates.Taxation;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a statement's document says of tax and of its parties, or what is missing for it; knows no clock and no database.
 *
 * @param seller null where nobody issues
 * @param buyer null where nothing is known of it
 * @param sums of the statement's lines by the months they are of
 */
record Drafting(
        @Nullable IssuerData seller,
        @Nullable InvoicingData buyer,
        TaxRates rates,
        Map<YearMonth, BigDecimal> sums,
        int digits) {

    sealed interface Draft {

        /**
         * Nothing is missing.
         *
         * @param reversed whether it gives back, so that its amounts are the statement's the other way round
         */
        record Complete(boolean reversed, IssuerData seller, InvoicingData buyer, Taxation taxation) implements Draft {}

        /** What an invoice can't be without, by the names of the fields; those of the issuer behind {@code issuer.}. */
        record Incomplete(List<String> missing) implements Draft {}
    }

    Draft draft() {
        var missing = missing();
        if (!missing.isEmpty()) {
            return new Draft.Incomplete(missing);
        }
        var decision = TaxRules.decide(new TaxParties(
                seller.countryCode(),
                seller.vatId() != null,
                seller.taxNumber() != null,
                seller.exemptReason(),
                buyer.address().countryCode(),
                buyer.vatId() != null));
        if (decision instanceof Decision.Missing lacking) {
            return new Draft.Incomplete(lacking.fields());
        }
        return taxed(((Decision.Taxed) decision).treatment());
    }

    private List<String> missing() {
        var missing = new ArrayList<String>();
        if (seller == null) {
            missing.add("issuer");
        }
        if (buyer == null || buyer.legalName() == null) {
            missing.add("legalName");
        }
        if (buyer == null || buyer.address() == null) {
            missing.add("address");
        }
        return missing;
    }

    private Draft taxed(TaxTreatment treatment) {
        var reversed =
                sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() < 0;
        var amounts = reversed ? negated(sums) : sums;
        var none = treatment.category() == TaxCategory.O;
        return Taxation.of(treatment, seller.countryCode(), rates, amounts, digits)
                .<Draft>map(taxation -> new Draft.Complete(
                        reversed, none ? seller.withoutVatId() : seller, none ? buyer.withoutVatId() : buyer, taxation))
                .orElseGet(() -> new Draft.Incomplete(List.of("issuer.taxRate")));
    }

    private static Map<YearMonth, BigDecimal> negated(Map<YearMonth, BigDecimal> sums) {
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> sum.getValue()
                .negate()));
    }
}
