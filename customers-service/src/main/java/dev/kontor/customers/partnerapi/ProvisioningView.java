package dev.kontor.customers.partnerapi;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What accounts made by scripts begin with; null where nothing was set. */
@Schema(
        name = "Provisioning",
        description = "What accounts begin with that scripts create through the vendor's own partner API")
record ProvisioningView(
        @Schema(nullable = true, description = "Of trial tenants; null if none can be created") TrialView trial,
        @Schema(nullable = true, description = "Of tenants billed by usage; null if none can be created")
                MonthlyView monthly) {

    @Schema(name = "TrialProvisioning", description = "What trials begin with")
    record TrialView(
            @Schema(description = "Codes of the products", examples = "[\"endpoint-advanced\"]")
                    List<String> products) {}

    @Schema(name = "MonthlyProvisioning", description = "What accounts billed by usage begin with")
    record MonthlyView(
            @Schema(description = "Codes of the products", examples = "[\"endpoint-advanced\"]") List<String> products,
            @Schema(description = "The acceptance that they are created under") AcceptedTerms terms) {}

    @Schema(
            name = "AcceptedTerms",
            description = "Every account is created under this acceptance; a new version needs a new one")
    record AcceptedTerms(
            @Schema(description = "The version of the terms, as their date", examples = "2026-10") String version,
            Instant acceptedAt,
            @Schema(description = "The subject who accepted them") String acceptedBy) {}
}
