package dev.kontor.gateway.stage;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The build's broker, which a test can have away: a stopped process keeps its connections and answers nobody, the worst
 * way to be lost.
 */
final class Broker {

    private final long pid;

    Broker(long pid) {
        this.pid = pid;
    }

    /** @param name {@code STOP} or {@code CONT} */
    void signal(String name) {
        try {
            int failed = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (failed != 0) {
                throw new IllegalStateException("kill ended with " + failed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
