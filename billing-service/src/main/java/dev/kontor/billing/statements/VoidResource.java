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
            summary = "Take a final statement back and issue its month again",
            description =
                    "The statement stays readable as `void`. The next version is counted and rated anew, with a number of its own; if it is held back, the month is a draft until it is released. A statement that is void already stays as it is.")
    @APIResponse(responseCode = "200", description = "The statement, void")
    public StatementView voidStatement(@RestPath UUID id) {
        StatementView view = voiding.voidStatement(id);
        voiding.reissue(view);
        return view;
    }
}
