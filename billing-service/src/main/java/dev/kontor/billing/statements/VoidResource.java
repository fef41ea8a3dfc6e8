package dev.kontor.billing.statements;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
    @Operation(
            operationId = "voidStatement",
            summary = "Void a final statement and issue its month again",
            description =
                    "The statement stays readable with state `void`. Its successor is counted and rated again and has its own number; if it is held back, the month is a draft until it is released. Voiding a void statement changes nothing.")
    @APIResponse(responseCode = "200", description = "The voided statement")
    public StatementView voidStatement(@RestPath UUID id) {
        var view = voiding.voidStatement(id);
        voiding.reissue(view.partnerId(), view.month());
        return view;
    }
}
