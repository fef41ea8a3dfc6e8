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
@Schema(name = "PlaceManagedOrder", description = "A managed order, either for a new customer or for one that exists")
record PlaceOrder(
        @Valid @Schema(description = "A new customer", nullable = true) NewCustomer customer,
        @Schema(description = "An existing customer", nullable = true) UUID customerId,
        @NotEmpty @Size(max = 50) @Schema(description = "Each product at most once")
                List<@NotNull @Valid OrderedProduct> products) {

    @Schema(
            name = "CustomerOfManagedOrder",
            description = "The customer that an order creates",
            requiredProperties = {"name", "region", "contact"})
    record NewCustomer(
            @NotBlank
                    @Size(max = 200)
                    @Text
                    @Schema(
                            description = "Its legal name, as on contracts; its displayName begins the same",
                            examples = "Bäckerei Müller GmbH")
                    String name,
            @NotBlank
                    @Size(max = 2)
                    @Schema(description = "The country of its account (ISO 3166-1 alpha-2, or XK)", examples = "DE")
                    String region,
            @NotNull @Schema(ref = "#/components/schemas/Contact", description = "As for POST /v1/customers")
                    JsonNode contact,
            @Size(min = 1, max = 100)
                    @Text
                    @Schema(
                            description =
                                    "The customer's id in the partner's own system; no two customers of a partner have the same",
                            nullable = true)
                    String externalId) {}
}
