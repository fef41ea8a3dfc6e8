package dev.kontor.licensing.earlyaccess;

import dev.kontor.platform.web.ProblemType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One program as one customer sees it. */
@Schema(name = "EarlyAccess", description = "An early access program as one customer sees it")
record EarlyAccessView(
        @Schema(description = "Given by the operator, and never changed", examples = "endpoint-preview") String code,
        @Schema(description = "Shown to partners and customers") String name,
        @Schema(description = "Whether customers with monthly (Flex) licences can join") boolean flexCompatible,
        @Schema(description = "Whether the customer is eligible, enrolled or not") boolean eligible,
        @Schema(
                        implementation = String[].class,
                        description = "The reasons against it, as problem codes",
                        examples = "[\"flex-license-not-eligible\"]")
                List<ProblemType> reasons,
        @Schema(description = "Whether the customer takes part now") boolean enrolled,
        @Schema(description = "Since when it takes part; null if it does not", nullable = true) Instant enrolledAt) {

    static EarlyAccessView of(Program program, List<ProblemType> reasons, Enrolment enrolment) {
        return new EarlyAccessView(
                program.code(),
                program.view().name(),
                program.flexCompatible(),
                reasons.isEmpty(),
                reasons,
                enrolment != null,
                enrolment == null ? null : enrolment.enrolledAt());
    }
}
