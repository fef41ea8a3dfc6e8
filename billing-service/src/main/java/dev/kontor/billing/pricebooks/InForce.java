package dev.kontor.billing.pricebooks;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which version of which price book a partner's month is rated by. */
public final class InForce {

    private InForce() {}

    /** What choosing needs to know of a version. */
    public record Version(
            String id,
            int version,
            String scope,
            String region,
            UUID partnerId,
            LocalDate effectiveFrom,
            Instant createdAt) {

        /** How near to a partner it is: its own counts before its region's, that before the default. */
        int nearness() {
            return switch (scope) {
                case "partner" -> 2;
                case "region" -> 1;
                default -> 0;
            };
        }
    }

    /**
     * The partner's own before its region's before the default; of those, what was in force on the month's first day, or
     * where nothing was yet, what comes into force within the month.
     */
    public static Optional<Version> of(Collection<Version> versions, UUID partnerId, String region, YearMonth month) {
        return versions.stream()
                .filter(version -> concerns(version, partnerId, region))
                .collect(groupingBy(Version::id))
                .values()
                .stream()
                .flatMap(ofOneBook -> current(ofOneBook, month).stream())
                .max(Comparator.comparing(Version::nearness)
                        .thenComparing(version -> !version.effectiveFrom().isAfter(month.atDay(1)))
                        .thenComparing(Version::effectiveFrom)
                        .thenComparing(Version::createdAt)
                        .thenComparing(Version::id));
    }

    /** What was written last of what was in force: a later version replaces the earlier from its own date on. */
    private static Optional<Version> current(Collection<Version> ofOneBook, YearMonth month) {
        return latest(ofOneBook, month.atDay(1)).or(() -> latest(ofOneBook, month.atEndOfMonth()));
    }

    private static Optional<Version> latest(Collection<Version> ofOneBook, LocalDate day) {
        return ofOneBook.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Version::version));
    }

    private static boolean concerns(Version version, UUID partnerId, String region) {
        return switch (version.scope()) {
            case "partner" -> Objects.equals(version.partnerId(), partnerId);
            case "region" -> Objects.equals(version.region(), region);
            default -> true;
        };
    }
}
