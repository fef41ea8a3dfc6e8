package dev.kontor.customers.partnerapi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The defaults from now on; a part that is missing is none. */
@Schema(
        name = "SetProvisioning",
        description = "What accounts begin with from now on; a part that is left out is taken away")
record SetProvisioning(
        @Schema(description = "Of trial tenants; left out, none can be created") @Valid Trial trial,
        @Schema(description = "Of tenants billed by usage; left out, none can be created") @Valid Monthly monthly) {

    @Schema(name = "SetTrialProvisioning", description = "What trials begin with")
    record Trial(
            @NotEmpty
                    @Size(max = 50)
                    @Schema(description = "Codes of the products", examples = "[\"endpoint-advanced\"]")
                    List<@NotBlank @Size(max = 100) String> products) {}

    /** Its terms are accepted with it (domain.md rule 10). */
    @Schema(name = "SetMonthlyProvisioning", description = "What accounts billed by usage begin with")
    record Monthly(
            @NotEmpty
                    @Size(max = 50)
                    @Schema(
                            description = "Codes of the products, from the categories endpoint, server and uem",
                            examples = "[\"endpoint-advanced\"]")
                    List<@NotBlank @Size(max = 100) String> products,
            @Schema(description = "Must be true: accepts the terms for every account created with these defaults")
                    Boolean acceptTerms) {}
}
