package dev.kontor.customers.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The published roots as one after the other was read: the last end of every chain, and whether each root follows the one
 * before. Of each chain about 200 bytes stay.
 */
final class RootChain {

    private static final Logger LOG = Logger.getLogger(RootChain.class);

    private static final Roots.Last NONE = new Roots.Last(0, MinuteRoot.NOTHING);

    /** A week of minutes. */
    private static final int MOST_REPEATED = 10_080;

    private final RootSignatures signatures;
    private final NavigableMap<String, Roots.Published> ends = new TreeMap<>();

    /** By minute, of those that may come again: the relay tells at least once, and a batch again as a whole. */
    private final Map<Long, String> digests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > MOST_REPEATED;
        }
    };

    private Roots.Last last = NONE;
    private boolean unbroken = true;

    RootChain(RootSignatures signatures) {
        this.signatures = signatures;
    }

    /** The next root of the topic. What this service never signed is nobody's word, and passed over. */
    void take(MinuteRoot root, long offset) {
        if (root.digest().equals(digests.get(root.minute()))) {
            return;
        }
        var previous = signatures.previous(root);
        if (previous.isEmpty()) {
            LOG.warnf("At offset %d is something that this service never signed", offset);
            return;
        }
        if (!previous.get().equals(last.digest()) || root.minute() <= last.minute()) {
            breaks("the root of minute %d, at offset %d, does not follow that of minute %d"
                    .formatted(root.minute(), offset, last.minute()));
        }
        last = new Roots.Last(root.minute(), root.digest());
        digests.put(root.minute(), root.digest());
        // What goes back, or says something else of the same place, replaces nothing: the database must have what was
        // said first.
        root.ends()
                .forEach(end -> ends.merge(
                        end.chain(),
                        new Roots.Published(end, offset),
                        (before, after) -> after.end().sequence() > before.end().sequence() ? after : before));
    }

    void breaks(String how) {
        if (unbroken) {
            LOG.errorf("The published roots of the access log do not hold: %s", how);
        }
        unbroken = false;
    }

    boolean unbroken() {
        return unbroken;
    }

    Roots.Last last() {
        return last;
    }

    boolean has(Roots.Last root) {
        return root.equals(NONE) || root.digest().equals(digests.get(root.minute()));
    }

    Optional<Roots.Published> of(String chain) {
        return Optional.ofNullable(ends.get(chain));
    }

    /** Those of all the customer's chains, by their keys. */
    Map<String, Roots.Published> of(UUID customerId) {
        var keys = ChainEnd.keysOf(customerId);
        return Map.copyOf(ends.subMap(keys, keys + "~"));
    }
}
