package dev.kontor.billing.parties;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a business receives its post: one to three lines above the city. */
@Schema(name = "BusinessAddress", description = "An address for documents")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostalAddress(
        @NotEmpty @Size(max = 3) @Schema(description = "Street and number, or what else stands above the city")
                List<@NotBlank @Text @Size(max = 200) String> lines,
        @Text @Size(min = 1, max = 100) @Schema(description = "Needed for XRechnung", examples = "Berlin") String city,
        @Text @Size(min = 1, max = 100) @Schema(description = "The state, region or province") String state,
        @Country @Schema(description = "The country (ISO 3166-1 alpha-2, or XK)", examples = "DE") String countryCode,
        @Text @Size(min = 1, max = 20) @Schema(description = "Needed for XRechnung", examples = "10115")
                String postalCode) {

    /** The same, in that country where it names none. */
    public PostalAddress in(String country) {
        return countryCode == null ? new PostalAddress(lines, city, state, country, postalCode) : this;
    }
}
