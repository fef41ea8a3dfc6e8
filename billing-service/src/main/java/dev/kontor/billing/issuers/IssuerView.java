package dev.kontor.billing.issuers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issuer in its latest version. */
@Schema(name = "Issuer", description = "Who issues invoices")
record IssuerView(
        @Schema(description = "Chosen by the operator") String id,
        @Schema(description = "Goes up by one with each change") int version,
        @JsonUnwrapped IssuerData data) {

    static IssuerView of(Issuer issuer) {
        return new IssuerView(issuer.id(), issuer.version(), issuer.data());
    }
}
