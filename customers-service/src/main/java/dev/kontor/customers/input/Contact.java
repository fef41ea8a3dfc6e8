package dev.kontor.customers.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.text.Characters;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom to talk to, and where. Phones are taken as people write them in the country of the address and kept as E.164 with
 * their extension; countries are ISO 3166-1 alpha-2, and Kosovo's XK.
 */
@Schema(name = "Contact", description = "Whom to talk to, and where")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @NotBlank @Size(max = 100) @Text @Schema(description = "Given name", examples = "Petra") String firstName,
        @NotBlank @Size(max = 100) @Text @Schema(description = "Family name", examples = "Krüger") String lastName,
        @NotBlank
                @Email
                @Size(max = 254)
                @Text
                @Schema(description = "E-mail address", examples = "petra.krueger@example.com")
                String email,
        @NotBlank
                @PhoneNumber
                @Schema(
                        description =
                                "As people write it, national in the country of the address or with its country code; answered as E.164, an extension as ;ext=23",
                        examples = "+493012345678",
                        maxLength = 100)
                String phone,
        @PhoneNumber @Schema(maxLength = 100, description = "As phone") String mobile,
        @Schema(description = "Postal address") @NotNull @Valid Address address) {

    public Contact {
        var country = address == null ? null : address.countryCode();
        phone = PhoneNumber.Reading.of(phone, country);
        mobile = PhoneNumber.Reading.of(mobile, country);
    }

    /** A postal address of one to three lines above the city. */
    @Schema(name = "Address", description = "A postal address")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @AddressParts
    public record Address(
            @Schema(description = "Street and house number, building, floor: one to three lines above the city")
                    @NotEmpty
                    @Size(max = 3)
                    List<@NotBlank @Size(max = 200) @Text String> lines,
            @Size(max = 100) @Text @Schema(description = "Required where the country has one", examples = "Berlin")
                    String city,
            @Schema(description = "State, province or county, where the country has them") @Size(max = 100) @Text
                    String state,
            @NotBlank @CountryCode @Schema(examples = "DE") String countryCode,
            @Size(max = 20) @Text @Schema(description = "Required where the country has one", examples = "10115")
                    String postalCode) {

        /** What a form sends for a field that nobody filled in is a part that is not there. */
        public Address {
            city = orNull(city);
            state = orNull(state);
            postalCode = orNull(postalCode);
        }

        private static String orNull(String part) {
            return part == null || !Characters.isVisible(part) ? null : part;
        }
    }
}
