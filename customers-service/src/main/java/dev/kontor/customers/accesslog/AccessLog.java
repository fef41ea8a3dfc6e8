package dev.kontor.customers.accesslog;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The access log: a chain of hashes per partner and customer, so that what was removed or changed shows. */
@ApplicationScoped
@Transactional
class AccessLog {

    private final AccessLogRows rows;

    AccessLog(AccessLogRows rows) {
        this.rows = rows;
    }

    /** Once, however often it comes: a topic that was away for long is read again from further back than the inbox remembers. */
    void append(AccessEntry entry) {
        var head = rows.lockHead(entry);
        if (!rows.has(entry)) {
            var link = Link.behind(head, entry);
            rows.add(link);
            rows.moveHead(link);
        }
    }

    /** With the head of the chain that was added to last; a customer's administrator reads those of all its partners. */
    AccessLogPage newest(UUID customerId, PageRequest page) {
        var head = rows.heads(customerId).stream().findFirst().orElse(ChainHead.NONE);
        return AccessLogPage.of(
                Page.of(
                                rows.newest(customerId, page),
                                page,
                                link -> List.of(
                                        link.entry().at().toString(),
                                        link.entry().id().toString()))
                        .map(AccessEntryView::of)
                        .withTotal(page, () -> rows.count(customerId)),
                head);
    }
}
