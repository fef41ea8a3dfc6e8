package dev.kontor.customers.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A page by its number. */
record TenantPage(List<ObjectNode> items, Pages pages) {

    /** @param total and {@code items}: null where nobody asked, since one client would count on them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pages(int current, int size, int maxSize, Long total, Long items) {

        static Pages of(int current, int size, int maxSize) {
            return new Pages(current, size, maxSize, null, null);
        }

        /** With the number of pages, of which there is always one, and of rows. */
        Pages counting(long rows) {
            return new Pages(current, size, maxSize, Math.max(1, (rows + size - 1) / size), rows);
        }
    }
}
