package dev.kontor.licensing.keys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key, in the only answer that ever shows it. */
@Schema(name = "IssuedLicenseKey", description = "A new licence key, in the only answer that shows it")
record IssuedKey(
        @Schema(description = "Shown once", examples = "7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8A") String key,
        @Schema(description = "The code of the product that it is for") String product,
        @Schema(description = "Number of the product's units, 1 to 1,000,000") int quantity,
        @Schema(description = "Term in calendar months, 1 to 120") int months) {}
