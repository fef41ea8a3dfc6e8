package dev.kontor.customers.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Customers that come with an order: licensing-service has them made before it makes their licences. */
@Path("/internal/managed-orders")
class InternalManagedOrderResource {

    private final LicensedAccounts accounts;
    private final CustomerAnswers answers;

    InternalManagedOrderResource(LicensedAccounts accounts, CustomerAnswers answers) {
        this.accounts = accounts;
        this.answers = answers;
    }

    @PUT
    @Path("/{orderId}/customer")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public CustomerAnswers.Answer put(@RestPath UUID orderId, @Valid @NotNull ManagedOrderCustomer order) {
        return answers.of(accounts.customerOf(orderId, order), order.by());
    }
}
