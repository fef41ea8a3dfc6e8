package dev.kontor.customers.crm;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a partner's CRM is, and the client that may write to it. */
@Schema(name = "CrmConnectionInput", description = "Where the CRM is, and the client that may write to it")
record ConnectCrm(
        @NotBlank
                @Size(max = 500)
                @Text
                @Schema(
                        description =
                                "An https URL at a public address, port 443 or 8443; for Salesforce, the My Domain URL",
                        examples = "https://nordwind.my.salesforce.com")
                String baseUrl,
        @Schema(description = "The OAuth client: one that may use the client-credentials grant")
                @NotBlank
                @Size(max = 200)
                @Text
                String clientId,
        @NotBlank @Size(max = 500) @Schema(description = "Stored encrypted and never shown again")
                String clientSecret) {

    /** Without the secret, whoever prints it. */
    @Override
    public String toString() {
        return "ConnectCrm[" + baseUrl + ", " + clientId + "]";
    }
}
