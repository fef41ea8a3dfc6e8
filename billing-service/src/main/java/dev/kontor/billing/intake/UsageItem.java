package dev.kontor.billing.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One reported level. */
@Schema(
        name = "UsageRecord",
        description = "How much of a product a customer used at a moment",
        requiredProperties = {"eventId", "customerId", "product", "observedAt", "quantity"})
record UsageItem(
        @Schema(hidden = true) int index,
        @Schema(
                        description =
                                "The sender's own id of the event; a repeat with it is a duplicate, and is counted once",
                        maxLength = Fields.LONGEST_EVENT_ID)
                String eventId,
        @Schema(description = "The customer that used it") UUID customerId,
        @Schema(description = "The product's code", maxLength = Fields.LONGEST_PRODUCT) String product,
        @Schema(description = "When the level was measured (RFC 3339), at most 24 hours in the future")
                Instant observedAt,
        @Schema(description = "A level, not an increment") BigDecimal quantity)
        implements Reported {

    private static final Set<String> FIELDS = Set.of("eventId", "customerId", "product", "observedAt", "quantity");

    static UsageItem read(int index, Fields item) throws WrongItem {
        item.only(FIELDS);
        return new UsageItem(
                index,
                item.text("eventId", Fields.LONGEST_EVENT_ID),
                item.id("customerId"),
                item.text("product", Fields.LONGEST_PRODUCT),
                item.instant("observedAt"),
                item.quantity("quantity"));
    }

    @Override
    public Source source() {
        return Source.RECORD;
    }

    @Override
    public String payload() {
        return String.join(
                "\n",
                customerId.toString(),
                product,
                observedAt.toString(),
                quantity.stripTrailingZeros().toPlainString());
    }
}
