package dev.kontor.billing.issuers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issuer in its latest version. */
@Schema(name = "Issuer")
record IssuerView(String id, int version, @JsonUnwrapped IssuerData data) {

    static IssuerView of(Issuer issuer) {
        return new IssuerView(issuer.id(), issuer.version(), issuer.data());
    }
}
