package dev.kontor.customers.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to talk to, and where; phones are E.164, countries ISO 3166-1 alpha-2. */
@Schema(name = "Contact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @NotBlank @Size(max = 100) @Text @Schema(examples = "Petra") String firstName,
        @NotBlank @Size(max = 100) @Text @Schema(examples = "Krüger") String lastName,
        @NotBlank @Email @Size(max = 254) @Text @Schema(examples = "petra.krueger@example.com") String email,
        @NotBlank @PhoneNumber @Schema(examples = "+493012345678") String phone,
        @PhoneNumber String mobile,
        @NotNull @Valid Address address) {

    /** A postal address of one to three lines above the city. */
    @Schema(name = "Address")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @NotEmpty @Size(max = 3) List<@NotBlank @Size(max = 200) @Text String> lines,
            @NotBlank @Size(max = 100) @Text @Schema(examples = "Berlin") String city,
            @Size(max = 100) @Text String state,
            @NotBlank @CountryCode @Schema(examples = "DE") String countryCode,
            @NotBlank @Size(max = 20) @Text @Schema(examples = "10115") String postalCode) {}
}
