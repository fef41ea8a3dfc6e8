package dev.kontor.licensing.keys;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key, in the only answer that ever shows it. */
@Schema(name = "IssuedLicenseKey")
record IssuedKey(
        @Schema(description = "Shown once", examples = "7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8A") String key,
        String product,
        int quantity,
        int months) {}
