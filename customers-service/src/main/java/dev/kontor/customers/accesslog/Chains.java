package dev.kontor.customers.accesslog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Computes chains again, in stretches and a transaction each: a log has no end, and connections are for everybody. */
@ApplicationScoped
class Chains {

    static final int STRETCH = 1_000;

    private final AccessLogRows rows;

    Chains(AccessLogRows rows) {
        this.rows = rows;
    }

    /**
     * How far a chain holds.
     *
     * @param end the last place that was computed
     * @param brokenAt the entry that does not hold; null where all do, or where entries are missing
     */
    record Reading(boolean holds, ChainHead end, UUID brokenAt) {}

    /**
     * Computes every hash behind {@code from}, and looks whether the chain has all of {@code heads} and {@code from} itself.
     */
    Reading read(UUID customerId, ChainHead from, Collection<ChainHead> heads) {
        var at = from;
        List<Link> stretch;
        do {
            var after = at;
            stretch = inTransaction(() -> rows.stretch(customerId, after.partnerId(), after.sequence(), STRETCH));
            for (var link : stretch) {
                if (!link.follows(at)) {
                    return new Reading(false, at, link.entry().id());
                }
                at = link.head();
            }
        } while (stretch.size() == STRETCH);
        if (!has(customerId, from)) {
            return new Reading(false, ChainHead.start(from.partnerId()), null);
        }
        for (var head : heads) {
            if (!has(customerId, head)) {
                return new Reading(false, at, null);
            }
        }
        return new Reading(true, at, null);
    }

    /** Whether the chain has that hash at that place, as every one has at its start. */
    boolean has(UUID customerId, ChainHead head) {
        return head.equals(ChainHead.start(head.partnerId()))
                || inTransaction(() -> rows.link(customerId, head.partnerId(), head.sequence()))
                        .filter(link -> link.head().equals(head))
                        .isPresent();
    }

    private static <T> T inTransaction(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
