package dev.kontor.billing.periods;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A long piece of work, as it stands. */
@Schema(name = "BillingJob")
record JobView(
        @Schema(example = "billing-019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a") String id,
        @Schema(example = "billing-period-close") String kind,
        @Schema(example = "succeeded", description = "queued, running, succeeded or failed") String state,
        Progress progress,
        @Schema(description = "Null until it succeeded") Result result,
        @Schema(description = "Null unless it failed") Object problem) {

    private static final String KIND = "billing-period-close";

    /** How many partners of how many are finished. */
    @Schema(name = "JobProgress")
    record Progress(long done, long total) {}

    /** How many partners have their statement, and which are held back. */
    @Schema(name = "ClosingResult")
    record Result(long closed, List<HeldView> held) {}

    /** A partner that is not billed until somebody has looked at it. */
    @Schema(name = "HeldPartner")
    record HeldView(UUID partnerId, @Schema(example = "quantity-jump: endpoint-advanced") String reason) {}

    static JobView of(Closing closing, List<ClosingItems.Held> held) {
        Result result = closing.state() == Closing.State.SUCCEEDED
                ? new Result(
                        closing.done() - held.size(),
                        held.stream()
                                .map(its -> new HeldView(its.partnerId(), its.reason()))
                                .toList())
                : null;
        return new JobView(
                closing.jobId(),
                KIND,
                closing.state().text(),
                new Progress(closing.done(), closing.total()),
                result,
                null);
    }

    @JsonIgnore
    boolean isFinished() {
        return state.equals("succeeded") || state.equals("failed");
    }
}
