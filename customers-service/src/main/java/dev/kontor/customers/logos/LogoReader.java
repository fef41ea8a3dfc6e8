package dev.kontor.customers.logos;

import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads logos, few at a time: the largest takes 48 MB while it is decoded, and all callers share one heap. */
@ApplicationScoped
class LogoReader {

    private static final int AT_ONCE = 2;

    /** Longer than a full house of ordinary logos takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore places;
    private final Duration patience;

    LogoReader() {
        this(AT_ONCE, PATIENCE);
    }

    LogoReader(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** As {@link LogoImage#read}, or 503 where others take up all places for longer than a moment. */
    LogoImage read(byte[] sent) {
        if (!hasPlace()) {
            throw Problems.unavailable(RETRY_AFTER);
        }
        try {
            return LogoImage.read(sent);
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
