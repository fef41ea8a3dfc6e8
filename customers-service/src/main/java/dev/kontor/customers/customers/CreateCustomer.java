package dev.kontor.customers.customers;

import dev.kontor.customers.AccountType;
import dev.kontor.customers.input.Contact;
import dev.kontor.customers.input.CountryCode;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new account: a 30-day trial, or a monthly one, whose terms must be accepted. */
@Schema(name = "CreateCustomer")
public record CreateCustomer(
        @NotBlank @Size(max = 200) @Text @Schema(examples = "Bäckerei Müller GmbH") String name,
        @Size(min = 1, max = 200) @Text String displayName,
        @NotBlank @CountryCode @Schema(examples = "DE") String region,
        @NotNull @Pattern(regexp = "trial|monthly") @Schema(examples = "trial") String accountType,
        @NotNull @Valid Contact contact,
        @Size(min = 1, max = 100) @Text String externalId,
        @Size(min = 1, max = 40) @Pattern(regexp = "[A-Za-z0-9]*") String crmAccountId,
        @NotEmpty @Size(max = 50) @Schema(examples = "[\"endpoint-advanced\"]")
                List<@NotBlank @Size(max = 100) String> products,
        Boolean acceptTerms,
        @Pattern(regexp = "self-service")
                @Schema(description = "For the vendor operator: the customer signed up itself")
                String origin) {

    boolean billedMonthly() {
        return AccountType.MONTHLY.code().equals(accountType);
    }
}
