package dev.kontor.billing.usage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that was not stored, and why.
 *
 * @param field the field that is wrong, null where it is not about one
 */
@Schema(name = "UsageNotStored")
record NotStored(
        @Schema(description = "Its place in the call, from 0") int index,
        String eventId,
        Outcome outcome,
        @Schema(
                        description =
                                "already-stored, other-payload, required, wrong-type, unknown-field, length, out-of-range, malformed-json, observed-in-future, unknown-customer, unknown-product or too-old")
                String reason,
        String field) {

    enum Outcome {
        DUPLICATE,
        CONFLICT,
        REFUSED,
        QUARANTINED;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static NotStored refused(int index, String eventId, String reason, String field) {
        return new NotStored(index, eventId, Outcome.REFUSED, reason, field);
    }

    static NotStored known(UsageItem item, boolean samePayload) {
        return samePayload
                ? new NotStored(item.index(), item.eventId(), Outcome.DUPLICATE, "already-stored", null)
                : new NotStored(item.index(), item.eventId(), Outcome.CONFLICT, "other-payload", "eventId");
    }

    static NotStored quarantined(UsageItem item, String reason) {
        return new NotStored(item.index(), item.eventId(), Outcome.QUARANTINED, reason, null);
    }
}
