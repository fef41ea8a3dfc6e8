package dev.kontor.billing.statements;

import dev.kontor.platform.web.CommonProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/statements/{id}/void")
@Tag(name = "Statements")
class VoidResource {

    private final Voiding voiding;

    VoidResource(Voiding voiding) {
        this.voiding = voiding;
    }

    @POST
    @RolesAllowed("vendor-operator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "voidStatement",
            summary = "Void a final statement and issue its month again",
            description =
                    "The statement stays readable with state `void`. Its successor is counted and rated again and has its own number; if it is held back, the month is a draft until it is released. Voiding a void statement changes nothing. Its invoice is cancelled by a credit note of its own number, and the successor gets an invoice of its own.")
    @APIResponse(responseCode = "200", description = "The voided statement")
    public StatementView voidStatement(@RestPath UUID id, @Valid VoidStatement body) {
        return voided(id, body == null ? null : body.reason());
    }

    /** Many clients name some type of a body that they don't send. */
    @POST
    @RolesAllowed("vendor-operator")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public StatementView voidWithoutReason(@RestPath UUID id, byte[] body) {
        if (body.length > 0) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem();
        }
        return voided(id, null);
    }

    private StatementView voided(UUID id, String reason) {
        var view = voiding.voidStatement(id, reason);
        voiding.reissue(view.partnerId(), view.month());
        return view;
    }
}
