package dev.kontor.customers.accesslog;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An entry at its place in a chain.
 *
 * @param subject the commitment to the entry's subject; null in what a replica adds that is of the version before
 * @param actor the commitment to the entry's actor; null where there is none
 */
record Link(AccessEntry entry, Commitment subject, Commitment actor, long seq, byte[] hash) {

    /** The one that makes the entry the next behind {@code head}. */
    static Link behind(ChainHead head, AccessEntry entry) {
        var subject = Commitment.to(entry.subject());
        var actor = Commitment.to(entry.actor());
        var seq = head.sequence() + 1;
        return new Link(entry, subject, actor, seq, entry.hash(head.hash().array(), seq, subject, actor));
    }

    /** Whether it is what was added behind {@code head}, but for values that were erased since. */
    boolean follows(ChainHead head) {
        return seq == head.sequence() + 1
                && isCommitted()
                && Arrays.equals(hash, computed(head.hash().array()));
    }

    /** The head when this was the last. */
    ChainHead head() {
        return new ChainHead(entry.partnerId(), seq, ByteBuffer.wrap(hash));
    }

    private byte[] computed(byte[] before) {
        return subject == null ? entry.hash(before, seq) : entry.hash(before, seq, subject, actor);
    }

    private boolean isCommitted() {
        return subject == null
                || (subject.isTo(entry.subject())
                        && (actor == null ? entry.actor() == null : actor.isTo(entry.actor())));
    }
}
