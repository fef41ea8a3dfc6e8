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
@Schema(name = "PartnerInput", description = "What the vendor's operator decides of a partner")
record EditablePartner(
        @NotBlank @Size(max = 200) @Text @Schema(description = "The partner's name", examples = "Nordwind IT GmbH")
                String name,
        @Schema(
                        description =
                                "Programs that it takes part in: msp-flex for monthly billing, msp-flex-connect for managed orders")
                @NotNull
                @Size(max = 2)
                List<@NotNull @Pattern(regexp = "msp-flex|msp-flex-connect") String> programs,
        @Schema(description = "Whom to talk to at the partner") @NotNull @Valid Contact contact,
        @NotBlank @CountryCode @Schema(description = "The country it is in", examples = "DE") String region,
        @NotBlank @CurrencyCode @Schema(description = "The currency that it is billed in", examples = "EUR")
                String currency,
        @NotBlank
                @Pattern(regexp = "(de|en)(-[A-Z]{2})?")
                @Schema(description = "Language, and perhaps region, of its documents", examples = "de", maxLength = 5)
                String locale) {}
