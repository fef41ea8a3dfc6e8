package dev.kontor.customers.accesslog;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The access log: a chain of hashes per partner and customer, so that what was removed or changed shows. */
@ApplicationScoped
@Transactional
class AccessLog {

    private static final int STRETCH = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final AccessLogRows rows;

    AccessLog(AccessLogRows rows) {
        this.rows = rows;
    }

    /** Whether the whole chain holds, how long it is, and the entry at which it breaks; null where its end is missing. */
    @Schema(name = "AccessLogVerification")
    record Verification(boolean intact, long entries, @Schema(nullable = true) UUID brokenAt) {}

    void append(AccessEntry entry) {
        var head = rows.lockHead(entry);
        var seq = head.seq() + 1;
        var hash = entry.hash(head.hash().array(), seq);
        rows.add(entry, seq, hash);
        rows.moveHead(entry, seq, hash);
    }

    Page<AccessEntryView> newest(UUID customerId, PageRequest page) {
        return Page.of(
                        rows.newest(customerId, page),
                        page,
                        entry -> List.of(entry.at().toString(), entry.id().toString()))
                .map(AccessEntryView::of)
                .withTotal(page, () -> rows.count(customerId));
    }

    /** Computes every hash again, in stretches: the log has no end. */
    Verification verify(UUID customerId) {
        // Read before the entries: what is added meanwhile lies behind these ends.
        var heads = rows.heads(customerId);
        var partner = BEFORE_ALL;
        var seq = 0L;
        var hash = AccessEntry.START;
        var count = 0L;
        List<AccessLogRows.Link> stretch;
        do {
            stretch = rows.chain(customerId, partner, seq, STRETCH);
            for (var link : stretch) {
                if (!link.entry().partnerId().equals(partner)) {
                    partner = link.entry().partnerId();
                    seq = 0;
                    hash = AccessEntry.START;
                }
                seq++;
                hash = link.entry().hash(hash, seq);
                if (link.seq() != seq || !Arrays.equals(link.hash(), hash)) {
                    return new Verification(false, count, link.entry().id());
                }
                heads.remove(new AccessLogRows.Head(partner, seq, ByteBuffer.wrap(hash)));
                count++;
            }
        } while (stretch.size() == STRETCH);
        return new Verification(heads.isEmpty(), count, null);
    }
}
