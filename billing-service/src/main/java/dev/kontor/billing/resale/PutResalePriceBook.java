package dev.kontor.billing.resale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.counting.DecimalLimits;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.pricebooks.PlainDecimal;
import dev.kontor.billing.pricebooks.PriceEntryBody;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceBookRules;
import dev.kontor.billing.rating.PriceBookRules.Violation;
import dev.kontor.billing.rating.PriceEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner's prices for its customers, as they are sent and kept. */
@Schema(name = "PutResalePriceBook", description = "The next version of a partner's own prices")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PutResalePriceBook(
        @NotNull @Schema(description = SCOPE) ResaleScope scope,
        @NotNull @Schema(examples = "2026-12-01", description = EFFECTIVE_FROM) LocalDate effectiveFrom,
        @NotNull @Schema(examples = "EUR", description = CURRENCY) String currency,
        @DecimalMin("-100")
                @DecimalMax("10000")
                @JsonSerialize(using = PlainDecimal.class)
                @Schema(type = SchemaType.STRING, examples = "25", description = MARK_UP)
                BigDecimal markUpPercent,
        @Pattern(regexp = "full-month|by-day") @Schema(examples = "full-month", description = NOT_COUNTED)
                String proration,
        @Pattern(regexp = "each|last") @Schema(examples = "each", description = NOT_COUNTED) String onProductChange,
        @Size(max = 500) @Schema(description = ENTRIES) List<@Valid @NotNull PriceEntryBody> entries) {

    static final String SCOPE =
            "Over which quantities the bands, minimum, maximum and flat fee of an entry hold. customer: of each customer by itself; all: of all customers together, with the amount shared out";
    static final String EFFECTIVE_FROM =
            "A month is priced by what is in force on its first day, or if nothing is, by what comes into force within it; of several books, by the one with the latest date";
    static final String CURRENCY = "The book prices months whose statement is in this currency";
    static final String MARK_UP =
            "Percent added to what a product costs, for products without an entry; for example, 25 makes 10.00 into 12.50. Below zero it is sold under cost";
    static final String ENTRIES =
            "May be missing if there is a markUpPercent. An entry takes precedence over the mark-up";
    static final String NOT_COUNTED =
            "Kept as it was sent. The quantities are those of the statement, however it counted them";

    /** None where there are none. */
    List<PriceEntryBody> prices() {
        return entries == null ? List.of() : entries;
    }

    /** What is wrong with it. */
    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        if (!BillingMonths.isBilled(effectiveFrom)) {
            violations.add(new Violation("/effectiveFrom", "effective-from-out-of-range"));
        }
        if (markUpPercent != null && !DecimalLimits.fits(markUpPercent)) {
            violations.add(new Violation("/markUpPercent", "too-many-digits"));
        }
        var book = new PriceBook(currency, Proration.FULL_MONTH, ProductChange.EACH, Map.of());
        List<PriceEntry> its = prices().stream().map(PriceEntryBody::toEntry).toList();
        violations.addAll(
                markUpPercent == null ? PriceBookRules.check(book, its) : PriceBookRules.checkEntries(book, its));
        return violations;
    }
}
