package dev.kontor.customers.groups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customer-groups")
@Tag(name = "Customer groups")
class GroupResource {

    private static final String SUBJECT = "[A-Za-z0-9._@:-]{1,128}";

    private final GroupService groups;
    private final EntityTags tags;
    private final Caller caller;

    GroupResource(GroupService groups, EntityTags tags, Caller caller) {
        this.groups = groups;
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("groups:read")
    @Operation(operationId = "listCustomerGroups", summary = "List customer groups by name")
    @APIResponse(responseCode = "200", description = "A page of groups")
    public RestResponse<Page<GroupView>> list(
            @RestQuery Integer limit, @RestQuery String cursor, @RestQuery boolean count, @Context UriInfo uri) {
        return Pages.ok(
                uri,
                groups.list(PageRequest.of(limit, cursor, "customer-groups").counting(count)));
    }

    @POST
    @RolesAllowed("groups:manage")
    @Tagged
    @Located
    @Refuses({CustomersProblem.GROUP_NAME_TAKEN, CustomersProblem.GROUP_QUOTA_REACHED})
    @Operation(operationId = "createCustomerGroup", summary = "Create a customer group")
    @APIResponse(
            responseCode = "201",
            description = "Created, without customers",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupView.class)))
    public Response create(@Valid @NotNull EditableGroup data) {
        var created = groups.create(caller.partnerId(), data);
        return Response.created(
                        URI.create("/v1/customer-groups/" + created.group().id()))
                .header(HttpHeaders.ETAG, tags.tag(created.version(), created.group()))
                .entity(created.group())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("groups:read")
    @Tagged
    @Operation(operationId = "getCustomerGroup", summary = "Read a customer group")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupView.class)))
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        var found = groups.get(id);
        return tags.ok(headers, found.version(), found.group());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("groups:manage")
    @Refuses(CustomersProblem.GROUP_NAME_TAKEN)
    @Operation(operationId = "updateCustomerGroup", summary = "Rename a customer group")
    @APIResponse(
            responseCode = "200",
            description = "The group after the change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupView.class)))
    public Response change(
            @RestPath UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = EditableGroup.class))) JsonNode patch,
            @Context HttpHeaders headers) {
        var changed = groups.change(id, patch, version -> tags.requireMatch(headers, version));
        return tags.changed(changed.version(), changed.group());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("groups:manage")
    @Tagged(guarded = true)
    @Operation(operationId = "deleteCustomerGroup", summary = "Delete a customer group; its customers stay")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath UUID id, @Context HttpHeaders headers) {
        groups.delete(id, version -> tags.requireMatch(headers, version));
    }

    @PUT
    @Path("/{id}/customers/{customerId}")
    @RolesAllowed("groups:manage")
    @Refuses(CustomersProblem.TOO_MANY_GROUPS)
    @Operation(operationId = "addCustomerToGroup", summary = "Add a customer to a group")
    @APIResponse(responseCode = "204", description = "The customer is in the group")
    public void addCustomer(@RestPath UUID id, @RestPath UUID customerId) {
        groups.addCustomer(id, customerId);
    }

    @DELETE
    @Path("/{id}/customers/{customerId}")
    @RolesAllowed("groups:manage")
    @Operation(operationId = "removeCustomerFromGroup", summary = "Remove a customer from a group")
    @APIResponse(responseCode = "204", description = "The customer is not in the group")
    public void removeCustomer(@RestPath UUID id, @RestPath UUID customerId) {
        groups.removeCustomer(id, customerId);
    }

    @PUT
    @Path("/{id}/administrators/{subject}")
    @RolesAllowed("groups:manage")
    @Refuses(CustomersProblem.TOO_MANY_ADMINISTRATORS)
    @Operation(
            operationId = "addAdministratorToGroup",
            summary = "Give an administrator access to the present and future customers of a group")
    @APIResponse(responseCode = "204", description = "The administrator sees the group's customers")
    public void addAdministrator(@RestPath UUID id, @RestPath @Pattern(regexp = SUBJECT) String subject) {
        groups.addAdministrator(id, subject);
    }

    @DELETE
    @Path("/{id}/administrators/{subject}")
    @RolesAllowed("groups:manage")
    @Operation(operationId = "removeAdministratorFromGroup", summary = "Remove an administrator from a group")
    @APIResponse(
            responseCode = "204",
            description = "The administrator no longer sees the group's customers through this group")
    public void removeAdministrator(@RestPath UUID id, @RestPath @Pattern(regexp = SUBJECT) String subject) {
        groups.removeAdministrator(id, subject);
    }
}
