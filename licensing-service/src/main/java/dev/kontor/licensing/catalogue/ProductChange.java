package dev.kontor.licensing.catalogue;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the operator wants a product to be; {@code code} may repeat the path's. */
@Schema(name = "ProductChange", description = "What a product is to be")
record ProductChange(
        @Schema(description = "If given, must equal the code in the path", examples = "email-premium", maxLength = 60)
                String code,
        @NotBlank
                @Size(max = 120)
                @Text
                @Schema(
                        description = "Shown to partners and customers; a former name still finds the product",
                        examples = "Email Premium")
                String name,
        @NotNull @Schema(description = "What it protects; fixed once the product exists") Category category,
        @NotNull @Schema(description = "What one licence covers; fixed once the product exists") Unit unit,
        @NotNull @Schema(description = "Can be billed monthly; allowed for endpoint, server and uem products only")
                Boolean monthly) {}
