package dev.kontor.platform.security.notes;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Names no type for its first answer, and picks one itself for its second. */
@Path("/v1/plain")
class PlainResource {

    @GET
    @RolesAllowed("customers:read")
    public Response json() {
        return Response.ok(Map.of("plain", true)).build();
    }

    @GET
    @Path("/any")
    @Authenticated
    public void any() {}

    @GET
    @Path("/picture")
    @RolesAllowed("customers:read")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/png"))
    public Response picture() {
        return Response.ok(new byte[8]).type(new MediaType("image", "png")).build();
    }
}
