package dev.kontor.billing.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One device that was seen online.
 *
 * @param userId its last user; null where it has none
 * @param kind computer or server
 */
@Schema(
        name = "DeviceObservation",
        description = "A device that was online",
        requiredProperties = {"eventId", "customerId", "product", "deviceId", "kind", "lastSeenAt"})
record DeviceItem(
        @Schema(hidden = true) int index,
        @Schema(
                        description =
                                "The sender's own id of the event; a repeat with it is a duplicate, and is counted once",
                        maxLength = Fields.LONGEST_EVENT_ID)
                String eventId,
        @Schema(description = "The customer that the device belongs to") UUID customerId,
        @Schema(description = "The code of the product that protects it", maxLength = Fields.LONGEST_PRODUCT)
                String product,
        @Schema(description = "The device's id, the same in every observation", maxLength = LONGEST_ID) String deviceId,
        @Schema(maxLength = LONGEST_ID, description = "The device's last user; omitted if it has none") String userId,
        @Schema(
                        description = "A computer counts by its last user, a server by itself",
                        enumeration = {"computer", "server"})
                String kind,
        @Schema(description = "When it was last online (RFC 3339), at most 24 hours in the future") Instant lastSeenAt)
        implements Reported {

    private static final Set<String> FIELDS =
            Set.of("eventId", "customerId", "product", "deviceId", "userId", "kind", "lastSeenAt");
    private static final Set<String> KINDS = Set.of("computer", "server");
    private static final int LONGEST_ID = 200;

    static DeviceItem read(int index, Fields item) throws WrongItem {
        item.only(FIELDS);
        return new DeviceItem(
                index,
                item.text("eventId", Fields.LONGEST_EVENT_ID),
                item.id("customerId"),
                item.text("product", Fields.LONGEST_PRODUCT),
                item.text("deviceId", LONGEST_ID),
                item.has("userId") ? item.text("userId", LONGEST_ID) : null,
                item.oneOf("kind", KINDS),
                item.instant("lastSeenAt"));
    }

    @Override
    public Instant observedAt() {
        return lastSeenAt;
    }

    @Override
    public Source source() {
        return Source.DEVICE;
    }

    @Override
    public String payload() {
        return String.join(
                "\u001f",
                customerId.toString(),
                product,
                deviceId,
                userId == null ? "" : userId,
                kind,
                lastSeenAt.toString());
    }
}
