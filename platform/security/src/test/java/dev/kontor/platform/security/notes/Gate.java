package dev.kontor.platform.security.notes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a write in the middle of its transaction, for as long as a test needs it there. */
@ApplicationScoped
class Gate {

    private static final long PATIENCE_SECONDS = 20;

    private volatile CountDownLatch arrived = new CountDownLatch(1);
    private volatile CountDownLatch opened = new CountDownLatch(1);

    void close() {
        arrived = new CountDownLatch(1);
        opened = new CountDownLatch(1);
    }

    void open() {
        opened.countDown();
    }

    void awaitSomebody() {
        await(arrived);
    }

    void pass() {
        arrived.countDown();
        await(opened);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came to the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
