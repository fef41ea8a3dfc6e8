package dev.kontor.platform.clock;

import java.time.Clock;

/** The time of the machine, for what a rehearsal must not move: tokens, leases, retention, back-off. */
public final class RealTime {

    private RealTime() {}

    public static Clock clock() {
        return Clock.systemUTC();
    }
}
