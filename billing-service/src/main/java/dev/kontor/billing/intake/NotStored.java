package dev.kontor.billing.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that was not stored, and why.
 *
 * @param field the field that is wrong, null where it is not about one
 */
@Schema(name = "UsageNotStored", description = "An item of the request that was not stored")
record NotStored(
        @Schema(description = "The item's index in the request, from 0") int index,
        @Schema(description = "The item's eventId; null if it has none that can be read", nullable = true)
                String eventId,
        @Schema(
                        description =
                                "duplicate: stored before. conflict: its eventId was used for something else. refused: not kept. quarantined: kept aside, and evaluated again when what was unknown becomes known",
                        enumeration = {"duplicate", "conflict", "refused", "quarantined"})
                String outcome,
        @Schema(
                        description = "Why it was not stored",
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
        @Schema(description = "The field that is wrong; null if it is the whole item", nullable = true) String field) {

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
