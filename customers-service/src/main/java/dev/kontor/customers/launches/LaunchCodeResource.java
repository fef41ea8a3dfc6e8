package dev.kontor.customers.launches;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/launch-sessions")
@Tag(name = "Launches")
class LaunchCodeResource {

    private final LaunchService launches;

    LaunchCodeResource(LaunchService launches) {
        this.launches = launches;
    }

    /** The code of a launch URL. */
    @Schema(name = "LaunchSessionInput", description = "The code of a launch")
    record ExchangeCode(
            @Schema(description = "The code parameter of the launchUrl") @NotBlank @Size(max = 100) String code) {}

    /** A session's token, in the words of RFC 6749. */
    @Schema(name = "LaunchSessionToken", description = "The session's token, in the words of RFC 6749")
    record TokenView(
            @Schema(description = "To be sent as Authorization: Bearer") String accessToken,
            @Schema(description = "Always Bearer") String tokenType,
            @Schema(description = "Seconds until the token ends, at most 900") long expiresIn,
            @Schema(description = "The customer whose account it is good for") UUID customerId) {}

    @POST
    @Authenticated
    @Refuses({CustomersProblem.PARTNER_ASSISTANCE_OFF, CustomersProblem.LAUNCH_CODE_USED})
    @RefusesCommonly({CommonProblem.NOT_FOUND, CommonProblem.SUBJECT_BLOCKED, CommonProblem.PARTNER_SUSPENDED})
    @Operation(
            operationId = "exchangeLaunchCode",
            summary = "Exchange a launch code for a session token",
            description = "A code works once; a second try is refused and ends the session of the first.")
    @APIResponse(
            responseCode = "201",
            description = "The session's token",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TokenView.class)))
    public Response exchange(@Valid @NotNull ExchangeCode request) {
        // The code is the credential: who shows it has no scope of its own.
        var exchanged = RowScope.worker()
                .call(() -> launches.exchange(new LaunchCode(request.code())))
                .orElseThrow(CustomersProblem.LAUNCH_CODE_USED::problem);
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new TokenView(
                        exchanged.token(), "Bearer", exchanged.expiresInSeconds(), exchanged.customerId()))
                .build();
    }
}
