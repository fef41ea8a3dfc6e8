package dev.kontor.billing.pricebooks;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceBookRules;
import dev.kontor.billing.rating.PriceEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A price book as it is sent; a preview needs only {@code currency} and {@code entries}. */
@Schema(name = "PutPriceBook", description = "The next version of a price book")
record PutPriceBook(
        @Pattern(regexp = "default|region|partner")
                @Schema(
                        description =
                                "default: for everybody. region: for partners of a region. partner: for one partner; the narrowest one applies",
                        examples = "default")
                String scope,
        @Pattern(regexp = "[A-Z]{2}") @Schema(description = "Only and always with the scope region", examples = "DE")
                String region,
        @Schema(description = "Only and always with the scope partner") UUID partnerId,
        @Schema(description = "Months that begin on or after this day use it", examples = "2026-12-01")
                LocalDate effectiveFrom,
        @NotNull @Schema(description = "Of all its prices", examples = "EUR") String currency,
        @Pattern(regexp = "full-month|by-day")
                @Schema(examples = "full-month", defaultValue = "full-month", description = PRORATION)
                String proration,
        @Pattern(regexp = "each|last")
                @Schema(examples = "each", defaultValue = "each", description = ON_PRODUCT_CHANGE)
                String onProductChange,
        @NotNull @Size(max = 500) @Schema(description = "The prices, one entry a product")
                List<@Valid @NotNull PriceEntryBody> entries) {

    static final String PRORATION =
            "What a licence costs that covers only a part of the month. full-month: the whole quantity. by-day: quantity × days of the licence from the day of first usage (UTC, first day counted, last not) ÷ days of the month; for example, 3 seats from 11 June on are 3 × 20/30 = 2";
    static final String ON_PRODUCT_CHANGE =
            "With full-month, what is charged when a customer's products change within the month. each: every licensed product that was used, by the usage of its own time; for example, an upgrade on the 2nd is two full months. last: the last product, by the usage of the whole month. Ignored with by-day";

    PriceBook toPriceBook() {
        return new PriceBook(
                currency,
                prorationOrDefault(),
                productChangeOrDefault(),
                entries.stream()
                        .map(PriceEntryBody::toEntry)
                        .collect(Collectors.toMap(PriceEntry::product, Function.identity())));
    }

    Proration prorationOrDefault() {
        return proration == null
                ? Proration.FULL_MONTH
                : Proration.of(proration).orElseThrow();
    }

    ProductChange productChangeOrDefault() {
        return onProductChange == null
                ? ProductChange.EACH
                : ProductChange.of(onProductChange).orElseThrow();
    }

    /** What is wrong with its prices. */
    List<PriceBookRules.Violation> priceViolations() {
        return PriceBookRules.check(
                new PriceBook(currency, prorationOrDefault(), productChangeOrDefault(), Map.of()),
                entries.stream().map(PriceEntryBody::toEntry).toList());
    }

    /** What would make a version another book than the one before: whom it is for never changes. */
    List<PriceBookRules.Violation> violationsAfter(PriceBookVersion before) {
        var violations = new ArrayList<PriceBookRules.Violation>();
        if (!before.scope().equals(scope)) {
            violations.add(new PriceBookRules.Violation("/scope", "scope-fixed"));
        } else if (!Objects.equals(before.region(), region)) {
            violations.add(new PriceBookRules.Violation("/region", "scope-fixed"));
        } else if (!Objects.equals(before.partnerId(), partnerId)) {
            violations.add(new PriceBookRules.Violation("/partnerId", "scope-fixed"));
        }
        return violations;
    }

    /** What is wrong with it as a price book that is kept. */
    List<PriceBookRules.Violation> violations() {
        var violations = new ArrayList<PriceBookRules.Violation>();
        if (scope == null) {
            violations.add(new PriceBookRules.Violation("/scope", "scope-missing"));
        }
        if ("region".equals(scope) != (region != null)) {
            violations.add(new PriceBookRules.Violation("/region", "region-only-with-scope"));
        }
        if ("partner".equals(scope) != (partnerId != null)) {
            violations.add(new PriceBookRules.Violation("/partnerId", "partner-only-with-scope"));
        }
        if (effectiveFrom == null) {
            violations.add(new PriceBookRules.Violation("/effectiveFrom", "effective-from-missing"));
        } else if (!BillingMonths.isBilled(effectiveFrom)) {
            violations.add(new PriceBookRules.Violation("/effectiveFrom", "effective-from-out-of-range"));
        }
        violations.addAll(priceViolations());
        return violations;
    }
}
