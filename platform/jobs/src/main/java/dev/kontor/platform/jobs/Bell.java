package dev.kontor.platform.jobs;

import java.time.Duration;

/** Wakes whoever waits, also those that were still busy as it rang. */
final class Bell {

    private long rung;

    synchronized void ring() {
        rung++;
        notifyAll();
    }

    synchronized long rung() {
        return rung;
    }

    /** Until it rings once more than was heard, or that time is over. */
    synchronized void await(long heard, Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        for (var left = atMost.toMillis(); rung == heard && left > 0; ) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }
}
