package dev.kontor.licensing.licenses;

import dev.kontor.licensing.terms.LicenseSummary;
import dev.kontor.licensing.terms.LicenseSummary.CategorySummary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The licences of a customer at one instant: the state of {@code licenses/{customerId}} on {@code kontor.licensing.v1}.
 *
 * @param status the best of all its licences, also of those too old for the list (domain.md rule 1)
 * @param licenses those that run or ended in the last 13 months, the longest-running first
 */
record LicensesState(
        UUID customerId,
        UUID partnerId,
        long version,
        String status,
        List<CategorySummary> categories,
        List<LicenseState> licenses) {

    private static final int MONTHS_KEPT = 13;

    /** A record stays under 64 KiB, and a licence takes less than 300 bytes. */
    private static final int MOST = 200;

    static LicensesState of(LicenseAccount account, Collection<License> licenses, Instant now) {
        var summary = LicenseSummary.of(
                licenses.stream().map(l -> l.summaryEntry(now)).toList());
        var oldest = now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
        var recent = licenses.stream()
                .filter(l -> !l.endedBefore(oldest))
                .map(l -> l.state(now))
                .sorted(Comparator.comparing(LicenseState::endAt, Comparator.nullsFirst(Comparator.reverseOrder()))
                        .thenComparing(LicenseState::id))
                .limit(MOST)
                .toList();
        return new LicensesState(
                account.customerId(),
                account.partnerId(),
                account.version(),
                summary.status(),
                summary.categories(),
                recent);
    }
}
