package dev.kontor.customers.launches;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/launch")
@Tag(name = "Launches")
class LaunchResource {

    private final LaunchService launches;
    private final URI consoleUrl;

    LaunchResource(LaunchService launches, @ConfigProperty(name = "kontor.launch.url") URI consoleUrl) {
        this.launches = launches;
        this.consoleUrl = consoleUrl;
    }

    /** A launch; its code, one-time and good for 60 seconds, is in the URL. */
    @Schema(name = "Launch", description = "A launch: the way into the customer's account, once")
    record LaunchView(
            UUID id,
            @Schema(description = "To be opened in a browser; it carries a code that works once") URI launchUrl,
            @Schema(description = "Until when the code works: 60 seconds after the launch") Instant expiresAt) {}

    @POST
    @RolesAllowed("customers:launch")
    @Operation(operationId = "launchCustomer", summary = "Launch a session in a customer's account")
    @APIResponse(
            responseCode = "201",
            description = "The launch, whose URL contains a one-time code",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LaunchView.class)))
    public Response launch(@RestPath UUID id) {
        var launched = launches.launch(id);
        var url = UriBuilder.fromUri(consoleUrl)
                .queryParam("code", launched.code())
                .build();
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new LaunchView(launched.id(), url, launched.expiresAt()))
                .build();
    }
}
