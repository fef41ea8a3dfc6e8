package dev.kontor.licensing.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dates of a licence and what they mean (domain.md rule 16); days are 24 hours.
 *
 * <p>There is no start in it: clocks of two services differ by milliseconds, and a licence that starts "in a moment"
 * already counts.
 *
 * @param endAt the first instant it no longer protects, null for no end
 * @param revoked the end was decided, not reached: nothing can reactivate it
 */
public record Term(LicenseType type, Instant endAt, boolean revoked) {

    /** A licence with no more time left than this is expiring. */
    public static final Duration NOTICE = Duration.ofDays(30);

    /** For this long after its end a licence can be reactivated. */
    public static final Duration REACTIVATION = Duration.ofDays(60);

    public LicenseStatus statusAt(Instant now) {
        if (endAt == null || now.isBefore(endAt)) {
            return running(now);
        }
        if (revoked) {
            return LicenseStatus.REVOKED;
        }
        return now.isBefore(endAt.plus(REACTIVATION)) ? LicenseStatus.EXPIRED : LicenseStatus.LAPSED;
    }

    /** When the status will differ from now's without anybody doing anything; empty when it stays for good. */
    public Optional<Instant> nextChangeAfter(Instant now) {
        if (endAt == null) {
            return Optional.empty();
        }
        var today = statusAt(now);
        return Stream.of(endAt.minus(NOTICE), endAt, endAt.plus(REACTIVATION))
                .filter(boundary -> boundary.isAfter(now) && statusAt(boundary) != today)
                .findFirst();
    }

    private LicenseStatus running(Instant now) {
        if (type == LicenseType.TRIAL) {
            return LicenseStatus.TRIAL;
        }
        var expiring = endAt != null && !now.isBefore(endAt.minus(NOTICE));
        return expiring ? LicenseStatus.EXPIRING : LicenseStatus.ACTIVE;
    }
}
