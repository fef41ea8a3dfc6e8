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
@Schema(name = "CreateCustomer", description = "A new account: a trial of 30 days, or one that is billed by usage")
public record CreateCustomer(
        @NotBlank
                @Size(max = 200)
                @Text
                @Schema(description = "The customer's name, as it is registered", examples = "Bäckerei Müller GmbH")
                String name,
        @Schema(description = "The name shown, which the partner can change later. Default: name")
                @Size(min = 1, max = 200)
                @Text
                String displayName,
        @NotBlank @CountryCode @Schema(examples = "DE") String region,
        @NotNull
                @Pattern(regexp = "trial|monthly")
                @Schema(description = "monthly needs the program msp-flex", examples = "trial")
                String accountType,
        @Schema(description = "The customer's contact") @NotNull @Valid Contact contact,
        @Schema(description = "The customer's id in a system of the partner's; no other customer of the partner has it")
                @Size(min = 1, max = 100)
                @Text
                String externalId,
        @Schema(description = "The customer's account in the partner's CRM, which gets renames")
                @Size(min = 1, max = 40)
                @Pattern(regexp = "[A-Za-z0-9]*")
                String crmAccountId,
        @NotEmpty
                @Size(max = 50)
                @Schema(
                        description =
                                "Codes of the products that it begins with; for monthly from the categories endpoint, server and uem",
                        examples = "[\"endpoint-advanced\"]")
                List<@NotBlank @Size(max = 100) String> products,
        @Schema(description = "For monthly: must be true, and accepts the terms") Boolean acceptTerms,
        @Pattern(regexp = "self-service")
                @Schema(description = "For the vendor operator: the customer signed up itself")
                String origin) {

    boolean billedMonthly() {
        return AccountType.MONTHLY.code().equals(accountType);
    }
}
