package dev.kontor.customers.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Page;
import java.util.List;

/** A page of entries with the head of the chain they are part of (domain.md rule 42). */
record AccessLogPage(
        List<AccessEntryView> items,
        String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total,
        ChainHead.View head) {

    static AccessLogPage of(Page<AccessEntryView> page, ChainHead head) {
        return new AccessLogPage(page.items(), page.nextCursor(), page.total(), head.view());
    }
}
