package dev.kontor.customers.accesslog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.platform.security.passports.SigningKey;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that signed heads are verified with, those that sign no longer included: what was kept must not lose its proof. */
@Path("/v1/access-log-keys")
@Tag(name = "Access log")
class AccessLogKeyResource {

    private final SigningKey key;

    AccessLogKeyResource(SigningKey key) {
        this.key = key;
    }

    /** A JSON Web Key Set (RFC 7517). */
    @Schema(
            name = "AccessLogKeys",
            description = "The public keys that signatures of heads are verified with: a JSON Web Key Set (RFC 7517)")
    record Keys(
            @JsonProperty("keys") @Schema(description = "RSA keys, each with `kid`, `n` and `e`")
                    List<Map<String, Object>> keys) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listAccessLogKeys",
            summary = "Get the public keys that verify signed heads of access logs")
    @APIResponse(responseCode = "200", description = "A JSON Web Key Set, with keys that are no longer in use")
    public Keys keys() {
        return new Keys(key.everyPublicKey());
    }
}
