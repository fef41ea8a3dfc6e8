package dev.kontor.billing.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.DayCount;
import dev.kontor.billing.storedusage.Series;
import dev.kontor.platform.web.Decimals;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer used of a product: in a month, or on one of its days. */
@Schema(
        name = "Usage",
        description = "How much a customer used of a product in a month or on a day",
        requiredProperties = {"customerId", "product", "month", "quantity", "stale"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageView(
        @Schema(description = "The customer") UUID customerId,
        @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
        @Schema(description = "The month", examples = "2026-11") String month,
        @Schema(examples = "2026-11-14", description = "Only with granularity=day") LocalDate day,
        @Schema(description = "Number of the product's units, which may have decimals", examples = "50")
                String quantity,
        @Schema(description = "Only per month") CountMethod countMethod,
        @Schema(examples = "2026-11-14", description = "Only per month: the day that the quantity refers to")
                LocalDate asOf,
        @Schema(description = "Only per day: false if the last reported level was carried forward") Boolean reported,
        @Schema(
                        description =
                                "Whether nobody has repeated the level for 31 days; per month: up to its last day, or today")
                boolean stale) {

    static UsageView ofMonth(Series series, String month, CountRule rule, CountRule.Quantity quantity, boolean stale) {
        return new UsageView(
                series.customerId(),
                series.product(),
                month,
                null,
                Decimals.text(quantity.value().shown()),
                rule.method(),
                quantity.asOf(),
                null,
                stale);
    }

    static UsageView ofDay(Series series, String month, DayCount day) {
        return new UsageView(
                series.customerId(),
                series.product(),
                month,
                day.day(),
                Decimals.text(day.quantity()),
                null,
                null,
                day.reported(),
                day.stale().signum() > 0);
    }
}
