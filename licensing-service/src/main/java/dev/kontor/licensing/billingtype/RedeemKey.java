package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.plans.KeyMode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A licence key, and what it is to do beside a term that still runs. */
@Schema(name = "RedeemLicenseKey", description = "A licence key, and how it goes with a term that still runs")
record RedeemKey(
        @NotBlank
                @Size(max = 64)
                @Schema(
                        description = "Case, spaces and hyphens are ignored",
                        examples = "7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8A")
                String key,
        @NotNull
                @Schema(
                        description =
                                "renew: the new term starts when the current one ends. change: the new term starts now and is merged with the current one into one licence with all seats and a common end. Without a current term both start now")
                KeyMode mode) {}
