package dev.kontor.customers.partners;

import dev.kontor.customers.input.Contact;
import dev.kontor.customers.input.CountryCode;
import dev.kontor.customers.input.CurrencyCode;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the vendor operator decides of a partner. */
@Schema(name = "PartnerInput")
record EditablePartner(
        @NotBlank @Size(max = 200) @Text @Schema(examples = "Nordwind IT GmbH") String name,
        @NotNull @Size(max = 2) List<@NotNull @Pattern(regexp = "msp-flex|msp-flex-connect") String> programs,
        @NotNull @Valid Contact contact,
        @NotBlank @CountryCode @Schema(examples = "DE") String region,
        @NotBlank @CurrencyCode @Schema(examples = "EUR") String currency,
        @NotBlank @Pattern(regexp = "(de|en)(-[A-Z]{2})?") @Schema(examples = "de") String locale) {}
