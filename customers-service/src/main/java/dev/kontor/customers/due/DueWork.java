package dev.kontor.customers.due;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Does what is due one by one, each in a transaction of its own that holds the claimed row: a crash loses nothing, and
 * replicas that claim with {@code skip locked} share the work.
 */
public final class DueWork {

    private static final Logger LOG = Logger.getLogger(DueWork.class);

    private DueWork() {}

    /** One that was claimed, and what is to be done. */
    public record Task(UUID id, Runnable work) {}

    /** Until {@code claim} finds no more; it is given the ids of those that failed, to be tried another time. */
    public static void workOff(Function<Collection<UUID>, Optional<Task>> claim) {
        var failed = new HashSet<UUID>();
        while (RowScope.worker().call(() -> next(claim, failed))) {
            // The next one.
        }
    }

    private static boolean next(Function<Collection<UUID>, Optional<Task>> claim, Set<UUID> failed) {
        var tried = new UUID[1];
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var task = claim.apply(failed);
                task.ifPresent(claimed -> {
                    tried[0] = claimed.id();
                    claimed.work().run();
                });
                return task.isPresent();
            });
        } catch (RuntimeException e) {
            if (tried[0] == null) {
                throw e;
            }
            LOG.errorf(e, "What is due for %s could not be done yet", tried[0]);
            failed.add(tried[0]);
            return true;
        }
    }
}
