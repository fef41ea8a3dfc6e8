package dev.kontor.licensing.orders;

import dev.kontor.licensing.plans.Ordered;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product and how many of it. */
@Schema(name = "OrderedProduct", description = "A product and how many licences of it")
record OrderedProduct(
        @NotBlank
                @Size(max = 60)
                @Schema(description = "The product's code, as in GET /v1/products", examples = "endpoint-advanced")
                String code,
        @NotNull
                @Min(1)
                @Max(1_000_000)
                @Schema(
                        description = "Number of the product's units: users, devices, servers or mailboxes",
                        examples = "50")
                Integer quantity) {

    Ordered ordered() {
        return new Ordered(code, quantity);
    }
}
