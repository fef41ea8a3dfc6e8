package dev.kontor.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Real time plus an offset that others may move; in UTC, and in the microseconds that PostgreSQL keeps, so that an answer
 * to a write and what is read of it later say the same.
 */
final class BusinessClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    Duration offset() {
        return offset;
    }

    void shift(Duration to) {
        offset = to;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(RealTime.clock().withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return RealTime.clock().instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }
}
