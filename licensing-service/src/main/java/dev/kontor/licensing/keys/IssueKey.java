package dev.kontor.licensing.keys;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new key is to be good for. */
@Schema(name = "IssueLicenseKey", description = "What a new licence key is good for")
record IssueKey(
        @NotBlank
                @Size(max = 60)
                @Schema(description = "Licences of the product with this code", examples = "endpoint-advanced")
                String product,
        @NotNull
                @Min(1)
                @Max(1_000_000)
                @Schema(
                        description = "Number of the product's units: users, devices, servers or mailboxes",
                        examples = "50")
                Integer quantity,
        @NotNull @Min(1) @Max(120) @Schema(description = "Term in calendar months", examples = "12") Integer months) {}
