package dev.kontor.customers.launches;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
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
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1")
@Tag(name = "Launches")
class LaunchResource {

    private final LaunchService launches;
    private final Caller caller;
    private final URI consoleUrl;

    LaunchResource(LaunchService launches, Caller caller, @ConfigProperty(name = "kontor.launch.url") URI consoleUrl) {
        this.launches = launches;
        this.caller = caller;
        this.consoleUrl = consoleUrl;
    }

    /** A launch; its code, one-time and good for 60 seconds, is in the URL. */
    @Schema(name = "Launch")
    record LaunchView(UUID id, URI launchUrl, Instant expiresAt) {}

    /** The code of a launch URL. */
    @Schema(name = "LaunchSessionInput")
    record ExchangeCode(@NotBlank @Size(max = 100) String code) {}

    /** A session's token, in the words of RFC 6749. */
    @Schema(name = "LaunchSessionToken")
    record TokenView(String accessToken, String tokenType, long expiresIn, UUID customerId) {}

    @POST
    @Path("/customers/{id}/launch")
    @RolesAllowed("customers:launch")
    @Operation(operationId = "launchCustomer", summary = "Open a customer's account")
    @APIResponse(
            responseCode = "201",
            description = "A one-time code, in the URL",
            content = @Content(schema = @Schema(implementation = LaunchView.class)))
    public Response launch(@RestPath UUID id) {
        var by = new Launch.Administrator(
                caller.subject(),
                caller.role(),
                caller.programs().stream().sorted().toList());
        var launched = launches.launch(caller.partnerId(), id, by);
        var url = UriBuilder.fromUri(consoleUrl)
                .queryParam("code", launched.code())
                .build();
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new LaunchView(launched.id(), url, launched.expiresAt()))
                .build();
    }

    @POST
    @Path("/launch-sessions")
    @Authenticated
    @Operation(operationId = "exchangeLaunchCode", summary = "Exchange a launch code for a session")
    @APIResponse(
            responseCode = "201",
            description = "The session's token",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response exchange(@Valid @NotNull ExchangeCode request) {
        // The code is the credential: who shows it has no scope of its own.
        var exchanged = RowScope.worker().call(() -> launches.exchange(new LaunchCode(request.code())));
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new TokenView(
                        exchanged.token(), "Bearer", exchanged.expiresInSeconds(), exchanged.customerId()))
                .build();
    }

    @GET
    @Path("/customers/{id}/launch-sessions")
    @RolesAllowed("customer-admin")
    @Operation(operationId = "listLaunchSessions", summary = "List the sessions of the partner, newest first")
    @APIResponse(responseCode = "200", description = "A page of sessions")
    public Response sessions(
            @RestPath UUID id, @RestQuery Integer limit, @RestQuery String cursor, @Context UriInfo uri) {
        return Pages.ok(uri, launches.sessions(id, PageRequest.of(limit, cursor, "launch-sessions", id)));
    }

    @DELETE
    @Path("/customers/{id}/launch-sessions/{sid}")
    @RolesAllowed("customer-admin")
    @Operation(operationId = "endLaunchSession", summary = "End a session of the partner")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@RestPath UUID id, @RestPath UUID sid) {
        launches.end(id, sid);
    }
}
