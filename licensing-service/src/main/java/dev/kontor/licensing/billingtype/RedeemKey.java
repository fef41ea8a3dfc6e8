package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.plans.KeyMode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A licence key, and what it is to do beside a term that still runs. */
@Schema(name = "RedeemLicenseKey")
record RedeemKey(
        @NotBlank
                @Size(max = 64)
                @Schema(
                        description = "Case, spaces and hyphens don't count",
                        examples = "7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8A")
                String key,
        @NotNull
                @Schema(
                        description =
                                "renew: starts when the current term ends. change: starts now, and leaves one licence"
                                        + " with the summed seats and one common end. With no current term both start now")
                KeyMode mode) {}
