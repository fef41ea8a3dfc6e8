package dev.kontor.billing.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.billing.storedusage.Series;
import dev.kontor.billing.storedusage.UsageRecords.UsageRecord;
import dev.kontor.platform.web.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is behind a customer's number of a product and month; {@code asOf} is null where there is no usage. */
@Schema(name = "CountedUsage", description = "What a quantity was counted from")
record CountedView(
        @Schema(description = "The customer") UUID customerId,
        @Schema(description = "The product's code", examples = "endpoint-advanced") String product,
        @Schema(description = "The month", examples = "2026-11") String month,
        @Schema(description = "Number of the product's units, which may have decimals", examples = "50")
                String quantity,
        @Schema(description = "How the quantity was counted") CountMethod countMethod,
        @Schema(examples = "2026-11-14", description = "The day that the quantity refers to", nullable = true)
                LocalDate asOf,
        @Schema(description = "The last users of the computers; each counts once") List<String> users,
        @Schema(description = "The devices online in the 30 days up to that day") List<Device> devices,
        @Schema(description = "The records that were counted, if no devices were observed") List<Report> records) {

    /** A device as it was last seen. */
    @Schema(
            name = "CountedDevice",
            description = "A device that was counted",
            requiredProperties = {"deviceId", "kind", "lastSeenAt", "product"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Device(
            @Schema(description = "The device's id, as it was reported", examples = "NB-0417") String deviceId,
            @Schema(
                            description = "A computer counts by its last user, a server by itself",
                            enumeration = {"computer", "server"})
                    String kind,
            @Schema(examples = "anna", description = "The device's last user, if it has one") String userId,
            @Schema(description = "When it was last online, up to the day that counts") Instant lastSeenAt,
            @Schema(description = "The product it was reported for: the product itself, or another one in its category")
                    String product) {

        static Device of(Sighting sighting, String product) {
            return new Device(
                    sighting.deviceId(),
                    sighting.server() ? "server" : "computer",
                    sighting.userId(),
                    sighting.lastSeenAt(),
                    product);
        }
    }

    /** The level that was counted. */
    @Schema(name = "CountedRecord", description = "A usage record that was counted")
    record Report(
            @Schema(description = "The sender's id of the record") String eventId,
            @Schema(description = "When the level was measured") Instant observedAt,
            @Schema(description = "The level", examples = "50") String quantity,
            @Schema(description = "The product that it was reported for") String product) {

        static Report of(UsageRecord record) {
            return new Report(
                    record.eventId(), record.observedAt(), Decimals.text(record.quantity()), record.product());
        }
    }

    /** A number and how it came about. */
    record Counted(BigDecimal quantity, CountMethod method, LocalDate asOf) {

        static Counted of(MonthCount count) {
            return new Counted(count.actual().shown(), count.method(), count.asOf());
        }

        static Counted of(CountRule rule, CountRule.Quantity quantity) {
            return new Counted(quantity.value().shown(), rule.method(), quantity.asOf());
        }

        static Counted none(CountRule rule) {
            return new Counted(BigDecimal.ZERO, rule.method(), null);
        }
    }

    static CountedView of(Series series, String month, Counted counted, List<Device> devices, List<Report> records) {
        return new CountedView(
                series.customerId(),
                series.product(),
                month,
                Decimals.text(counted.quantity()),
                counted.method(),
                counted.asOf(),
                devices.stream()
                        .filter(device -> device.kind().equals("computer") && device.userId() != null)
                        .map(Device::userId)
                        .distinct()
                        .sorted()
                        .toList(),
                devices,
                records);
    }
}
