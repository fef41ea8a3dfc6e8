package dev.kontor.platform.security.notes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.text.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
class NoteResource {

    private final Notes notes;
    private final Caller caller;
    private final EntityTags tags;
    private final MergePatch patches;

    NoteResource(Notes notes, Caller caller, EntityTags tags, MergePatch patches) {
        this.notes = notes;
        this.caller = caller;
        this.tags = tags;
        this.patches = patches;
    }

    record WriteNote(
            @NotNull UUID customerId,
            @NotBlank @Size(max = 300_000) @Text(lines = true) String text,
            @Valid Author author,
            BigDecimal weight,
            Tone tone,
            @Size(max = 1_000) List<@Pattern(regexp = "for-all|for-some") String> readers,
            @Size(max = 3) List<@NotNull @Valid Author> editors,
            @Size(max = 2) List<List<Integer>> marks,
            Instant due) {}

    enum Tone {
        @JsonProperty("kind")
        KIND,
        @JsonProperty("matter-of-fact")
        MATTER_OF_FACT
    }

    record Author(@NotBlank @Size(max = 8) @Text String name) {}

    record EditableNote(@NotBlank @Size(max = 400) @Text(lines = true) String text) {}

    record NoteView(UUID id, UUID partnerId, UUID customerId, String text) {}

    @GET
    @RolesAllowed({"customers:read", "customer-admin"})
    public RestResponse<Page<NoteView>> list(@RestQuery Integer limit, @RestQuery String cursor, @Context UriInfo uri) {
        var request = PageRequest.of(limit, cursor, "id");
        return Pages.ok(
                uri,
                Page.of(notes.all(request), request, note -> List.of(note.id().toString())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("customers:read")
    public Response one(@RestPath UUID id, @Context HttpHeaders headers) {
        var note = notes.one(id);
        return tags.ok(headers, note.version(), note.view());
    }

    @POST
    @RolesAllowed("customers:write")
    public Response write(@Valid @NotNull WriteNote command) {
        var note = notes.write(caller.partnerId(), command);
        return Response.created(URI.create("/v1/notes/" + note.id()))
                .entity(note)
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("customers:write")
    public Response change(@RestPath UUID id, JsonNode patch, @Context HttpHeaders headers) {
        var note = notes.one(id);
        tags.requireMatch(headers, note.version());
        notes.change(id, patches.apply(new EditableNote(note.view().text()), patch));
        return one(id, headers);
    }

    @POST
    @Path("/secrets")
    @RolesAllowed("customers:write")
    public Response secret(@Valid @NotNull WriteNote command) {
        return Response.status(201).entity(notes.secret(command)).build();
    }

    @POST
    @Path("/failing")
    @RolesAllowed("customers:write")
    public Response failing(@Valid @NotNull WriteNote command) {
        notes.writeAndFail(caller.partnerId(), command);
        return Response.noContent().build();
    }

    @POST
    @Path("/crossed")
    @RolesAllowed("customers:write")
    public Response crossed() {
        notes.writeAcrossAnother();
        return Response.noContent().build();
    }

    @POST
    @Path("/gated")
    @RolesAllowed("customers:write")
    public Response gated(@Valid @NotNull WriteNote command) {
        return Response.status(201)
                .entity(notes.writeBehindTheGate(caller.partnerId(), command))
                .build();
    }
}
