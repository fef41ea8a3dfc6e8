package dev.kontor.licensing.orders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order for a new customer, or for one there is: exactly one of both. */
@Schema(name = "PlaceManagedOrder")
record PlaceOrder(
        @Valid @Schema(description = "A new customer", nullable = true) NewCustomer customer,
        @Schema(description = "An existing customer", nullable = true) UUID customerId,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid OrderedProduct> products) {

    @Schema(
            name = "CustomerOfManagedOrder",
            requiredProperties = {"name", "region", "contact"})
    record NewCustomer(
            @NotBlank @Size(max = 200) @Text @Schema(examples = "Bäckerei Müller GmbH") String name,
            @NotBlank @Size(max = 2) @Schema(examples = "DE") String region,
            @NotNull @Schema(ref = "#/components/schemas/Contact", description = "As for POST /v1/customers")
                    JsonNode contact,
            @Size(min = 1, max = 100) @Text @Schema(nullable = true) String externalId) {}
}
