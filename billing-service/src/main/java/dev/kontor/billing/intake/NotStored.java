package dev.kontor.billing.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that was not stored, and why.
 *
 * @param field the field that is wrong, null where it is not about one
 */
@Schema(name = "UsageNotStored")
record NotStored(
        @Schema(description = "The item's index in the request, from 0") int index,
        @Schema(nullable = true) String eventId,
        @Schema(enumeration = {"duplicate", "conflict", "refused", "quarantined"}) String outcome,
        @Schema(
                        enumeration = {
                            "already-stored",
                            "other-payload",
                            "required",
                            "wrong-type",
                            "unknown-field",
                            "length",
                            "not-plain-text",
                            "out-of-range",
                            "malformed-json",
                            "observed-in-future",
                            "unknown-customer",
                            "before-customer-came",
                            "after-customer-left",
                            "unknown-product",
                            "too-old"
                        })
                String reason,
        @Schema(nullable = true) String field) {

    static final String DUPLICATE = "duplicate";
    static final String CONFLICT = "conflict";
    static final String REFUSED = "refused";
    static final String QUARANTINED = "quarantined";

    static NotStored refused(int index, String eventId, String reason, String field) {
        return new NotStored(index, eventId, REFUSED, reason, field);
    }

    static NotStored known(Reported item, boolean samePayload) {
        return samePayload
                ? new NotStored(item.index(), item.eventId(), DUPLICATE, "already-stored", null)
                : new NotStored(item.index(), item.eventId(), CONFLICT, "other-payload", "eventId");
    }

    static NotStored quarantined(Reported item, String reason) {
        return new NotStored(item.index(), item.eventId(), QUARANTINED, reason, null);
    }
}
