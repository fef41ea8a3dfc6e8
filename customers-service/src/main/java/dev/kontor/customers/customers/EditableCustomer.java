package dev.kontor.customers.customers;

import dev.kontor.customers.input.Contact;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner may change of a customer. */
@Schema(name = "CustomerPatch", description = "What a partner may change of a customer")
record EditableCustomer(
        @Schema(description = "The name shown everywhere; the CRM gets it, too") @NotBlank @Size(max = 200) @Text
                String displayName,
        @Schema(description = "The customer's contact") @NotNull @Valid Contact contact,
        @Schema(description = "The customer's id in a system of the partner's; no other customer of the partner has it")
                @Size(min = 1, max = 100)
                @Text
                String externalId,
        @Schema(description = "The customer's account in the partner's CRM, which gets renames")
                @Size(min = 1, max = 40)
                @Pattern(regexp = "[A-Za-z0-9]*")
                String crmAccountId) {

    /** Whether nothing is changed but the account in the partner's own books. */
    boolean onlyLinks(EditableCustomer before) {
        return !equals(before)
                && equals(new EditableCustomer(before.displayName, before.contact, before.externalId, crmAccountId));
    }
}
