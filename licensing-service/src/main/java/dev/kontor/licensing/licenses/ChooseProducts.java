package dev.kontor.licensing.licenses;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole choice of monthly products: what is not in it ends. */
@Schema(name = "ChooseProducts", description = "All monthly products of an account: what is missing here ends")
record ChooseProducts(
        @NotEmpty @Size(max = 20) @Schema(description = "At most one product per category")
                List<@NotNull @Valid ChosenProduct> products) {

    @Schema(name = "ChosenProduct", description = "One chosen product")
    record ChosenProduct(
            @NotBlank
                    @Schema(
                            description = "The code of a product that can be billed monthly",
                            examples = "endpoint-advanced",
                            maxLength = 60)
                    String code,
            @Min(1)
                    @Max(1_000_000)
                    @Schema(
                            description = "The ordered quantity; the bill is based on usage",
                            nullable = true,
                            examples = "50")
                    Integer quantity) {}
}
