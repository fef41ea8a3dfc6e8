package dev.kontor.billing.parties;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a business receives its post: one to three lines above the city. */
@Schema(name = "BusinessAddress")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostalAddress(
        @NotEmpty @Size(max = 3) List<@NotBlank @Text @Size(max = 200) String> lines,
        @Text @Size(min = 1, max = 100) @Schema(examples = "Berlin") String city,
        @Text @Size(min = 1, max = 100) String state,
        @Country @Schema(examples = "DE") String countryCode,
        @Text @Size(min = 1, max = 20) @Schema(examples = "10115") String postalCode) {

    /** The same, in that country where it names none. */
    public PostalAddress in(String country) {
        return countryCode == null ? new PostalAddress(lines, city, state, country, postalCode) : this;
    }
}
