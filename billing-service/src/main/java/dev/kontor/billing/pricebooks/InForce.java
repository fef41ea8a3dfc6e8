package dev.kontor.billing.pricebooks;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which version of which price book a partner's month is rated by. */
final class InForce {

    private InForce() {}

    /**
     * The partner's own before its region's before the default; of those, what was in force on the month's first day, or
     * where nothing was yet, what comes into force within the month.
     */
    static Optional<PriceBookVersion> of(
            Collection<PriceBookVersion> versions, UUID partnerId, String region, YearMonth month) {
        return versions.stream()
                .filter(version -> concerns(version, partnerId, region))
                .collect(groupingBy(PriceBookVersion::id))
                .values()
                .stream()
                .flatMap(ofOneBook -> current(ofOneBook, month).stream())
                .max(Comparator.comparing(PriceBookVersion::nearness)
                        .thenComparing(version -> !version.effectiveFrom().isAfter(month.atDay(1)))
                        .thenComparing(PriceBookVersion::effectiveFrom)
                        .thenComparing(PriceBookVersion::createdAt)
                        .thenComparing(PriceBookVersion::id));
    }

    /** What was written last of what was in force: a later version replaces the earlier from its own date on. */
    private static Optional<PriceBookVersion> current(Collection<PriceBookVersion> ofOneBook, YearMonth month) {
        return latest(ofOneBook, month.atDay(1)).or(() -> latest(ofOneBook, month.atEndOfMonth()));
    }

    private static Optional<PriceBookVersion> latest(Collection<PriceBookVersion> ofOneBook, LocalDate day) {
        return ofOneBook.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(PriceBookVersion::version));
    }

    private static boolean concerns(PriceBookVersion version, UUID partnerId, String region) {
        return switch (version.scope()) {
            case "partner" -> Objects.equals(version.partnerId(), partnerId);
            case "region" -> Objects.equals(version.region(), region);
            default -> true;
        };
    }
}
