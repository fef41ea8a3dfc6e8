package dev.kontor.platform.security.shares;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The turns of every tenant in this process: {@code kontor.shares.calls} at a time, the others in the order in which they came.
 *
 * <p>Whoever waits holds neither a thread nor a connection. How many can wait is the gateway's bound of open requests.
 */
@Singleton
class Shares {

    private final int most;
    private final Duration patience;
    private final Map<UUID, Share> shares = new HashMap<>();

    Shares(
            @ConfigProperty(name = "kontor.shares.calls") int most,
            @ConfigProperty(name = "kontor.shares.patience") Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    private static final class Share {
        private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
        private int taken;
    }

    /**
     * A turn of this tenant's, which then has to be given back by {@link #leave}.
     *
     * @return completes when it is this call's turn, or with a {@link java.util.concurrent.TimeoutException} where that takes
     *     longer than {@code kontor.shares.patience}
     */
    synchronized CompletionStage<Void> enter(UUID tenant) {
        var share = shares.computeIfAbsent(tenant, unknown -> new Share());
        if (share.taken < most) {
            share.taken++;
            return CompletableFuture.completedFuture(null);
        }
        var turn = new CompletableFuture<Void>();
        share.waiting.add(turn);
        return turn.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives a turn back: the next one that still waits gets it. */
    synchronized void leave(UUID tenant) {
        var share = shares.get(tenant);
        for (var next = share.waiting.poll(); next != null; next = share.waiting.poll()) {
            if (next.complete(null)) {
                return;
            }
        }
        share.taken--;
        if (share.taken == 0) {
            shares.remove(tenant);
        }
    }
}
