package dev.kontor.customers.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What other services and the gateway ask about a customer they do not know yet (api.md, "read your writes"). */
@Path("/internal/customers")
class InternalCustomerResource {

    private final CustomerAnswers answers;
    private final LicensedAccounts accounts;

    InternalCustomerResource(CustomerAnswers answers, LicensedAccounts accounts) {
        this.answers = answers;
        this.accounts = accounts;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public CustomerAnswers.Answer get(@RestPath UUID id, @RestQuery String subject) {
        return answers.of(id, subject);
    }

    @PUT
    @Path("/{id}/account-type")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public CustomerAnswers.Answer putAccountType(@RestPath UUID id, @Valid @NotNull BillingType told) {
        accounts.bill(id, told);
        return answers.of(id, null);
    }
}
