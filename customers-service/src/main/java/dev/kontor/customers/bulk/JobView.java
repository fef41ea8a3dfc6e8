package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A long piece of work, as it stands. */
@Schema(name = "CustomersJob")
record JobView(
        @Schema(examples = "customers-019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a") String id,
        @Schema(examples = "customers-bulk") String kind,
        @Schema(enumeration = {"queued", "running", "succeeded", "failed"}) String state,
        Progress progress,
        @Schema(description = "Null until it ended") Result result,
        @Schema(description = "Null unless it failed: it was called off") Object problem) {

    /** How many customers of how many are finished. */
    @Schema(name = "CustomersJobProgress")
    record Progress(long done, long total) {}

    /** What became of each customer, in the order asked for. */
    @Schema(name = "BulkResult")
    record Result(
            @Schema(enumeration = {"disconnect", "add-to-group", "change-billing-type"}) String operation,
            long done,
            long refused,
            List<Item> items) {}

    /** One customer; {@code details} says more of what was done, {@code problem} why it was refused. */
    @Schema(name = "BulkItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID customerId,
            @Schema(enumeration = {"done", "refused", "cancelled"}) String outcome,
            Map<String, Object> details,
            Object problem) {}

    @JsonIgnore
    boolean isFinished() {
        return state.equals("succeeded") || state.equals("failed");
    }
}
