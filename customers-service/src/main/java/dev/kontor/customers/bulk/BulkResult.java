package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.jobs.ItemState;
import dev.kontor.platform.jobs.JobProblem;
import dev.kontor.platform.jobs.StoredItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What became of each customer, in the order asked for. */
record BulkResult(String operation, long done, long refused, List<BulkItem> items) {

    /** One customer; {@code details} says more of what was done, {@code problem} why it was refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BulkItem(UUID customerId, String outcome, Map<String, Object> details, JobProblem problem) {

        static BulkItem of(StoredItem item) {
            var outcome = item.outcome();
            return new BulkItem(
                    item.item(),
                    item.state().name().toLowerCase(Locale.ROOT),
                    outcome == null ? null : outcome.details(),
                    outcome == null ? null : outcome.problem());
        }
    }

    static BulkResult of(BulkOperation operation, List<StoredItem> items) {
        return new BulkResult(
                operation.code(),
                count(items, ItemState.DONE),
                count(items, ItemState.REFUSED),
                items.stream().map(BulkItem::of).toList());
    }

    private static long count(List<StoredItem> items, ItemState state) {
        return items.stream().filter(item -> item.state() == state).count();
    }
}
