package dev.kontor.customers.partnerapi;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What accounts made by scripts begin with; null where nothing was set. */
@Schema(name = "Provisioning")
record ProvisioningView(
        @Schema(nullable = true, description = "Of trial tenants; null if none can be created") TrialView trial,
        @Schema(nullable = true, description = "Of tenants billed by usage; null if none can be created")
                MonthlyView monthly) {

    @Schema(name = "TrialProvisioning")
    record TrialView(@Schema(examples = "[\"endpoint-advanced\"]") List<String> products) {}

    @Schema(name = "MonthlyProvisioning")
    record MonthlyView(@Schema(examples = "[\"endpoint-advanced\"]") List<String> products, AcceptedTerms terms) {}

    @Schema(
            name = "AcceptedTerms",
            description = "Every account is created under this acceptance; a new version needs a new one")
    record AcceptedTerms(@Schema(examples = "2026-10") String version, Instant acceptedAt, String acceptedBy) {}
}
