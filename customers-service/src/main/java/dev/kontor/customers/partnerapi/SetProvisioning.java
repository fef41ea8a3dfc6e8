package dev.kontor.customers.partnerapi;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The defaults from now on; a part that is missing is none. */
@Schema(name = "SetProvisioning")
record SetProvisioning(@Valid Trial trial, @Valid Monthly monthly) {

    @Schema(name = "SetTrialProvisioning")
    record Trial(
            @NotEmpty @Size(max = 50) @Schema(examples = "[\"endpoint-advanced\"]")
                    List<@NotBlank @Size(max = 100) String> products) {}

    /** Its terms are accepted with it (domain.md rule 10). */
    @Schema(name = "SetMonthlyProvisioning")
    record Monthly(
            @NotEmpty @Size(max = 50) @Schema(examples = "[\"endpoint-advanced\"]")
                    List<@NotBlank @Size(max = 100) String> products,
            @Schema(description = "Must be true: accepts the terms for every account created with these defaults")
                    Boolean acceptTerms) {}
}
