package dev.kontor.billing.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A page by its key. */
record UsagePage(List<ObjectNode> items, Pages pages) {

    /**
     * Which page it is.
     *
     * @param nextKey null on the last page
     * @param total pages and {@code items} rows; null where nobody asked, since one client would count on them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pages(String fromKey, String nextKey, int size, int maxSize, Long total, Long items) {

        static Pages of(String fromKey, String nextKey, int size, int maxSize, Long rows) {
            var total = rows == null ? null : Math.max(1, (rows + size - 1) / size);
            return new Pages(fromKey, nextKey, size, maxSize, total, rows);
        }
    }
}
