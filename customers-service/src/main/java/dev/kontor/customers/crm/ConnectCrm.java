package dev.kontor.customers.crm;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a partner's CRM is, and the client that may write to it. */
@Schema(name = "CrmConnectionInput")
record ConnectCrm(
        @NotBlank
                @Size(max = 500)
                @Schema(
                        description = "https, at a public address; Salesforce: your My Domain URL",
                        examples = "https://nordwind.my.salesforce.com")
                String baseUrl,
        @NotBlank @Size(max = 200) String clientId,
        @NotBlank @Size(max = 500) @Schema(description = "Kept sealed, never shown again") String clientSecret) {

    /** Without the secret, whoever prints it. */
    @Override
    public String toString() {
        return "ConnectCrm[" + baseUrl + ", " + clientId + "]";
    }
}
