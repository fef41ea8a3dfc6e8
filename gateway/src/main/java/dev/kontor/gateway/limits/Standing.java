package dev.kontor.gateway.limits;

/**
 * How a caller stands with one limit.
 *
 * @param left how many requests may follow at once
 * @param fullIn nanoseconds until all of the burst is there again
 * @param waitFor nanoseconds until the next may come; zero where this one was let in
 */
record Standing(LimitSettings.Quota quota, long left, long fullIn, long waitFor) {

    private static final long SECOND = 1_000_000_000L;

    boolean admitted() {
        return waitFor == 0;
    }

    long fullInSeconds() {
        return (fullIn + SECOND - 1) / SECOND;
    }

    long retryAfterSeconds() {
        return Math.max(1, (waitFor + SECOND - 1) / SECOND);
    }
}
