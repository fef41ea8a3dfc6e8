package dev.kontor.customers.customers;

import dev.kontor.customers.administrators.AdministratorService;
import dev.kontor.customers.administrators.AdministratorState;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.customers.assistance.AssistanceState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What other services and the gateway ask about a customer they do not know yet (api.md, "read your writes"). */
@Path("/internal/customers")
class InternalCustomerResource {

    private final CustomerService customers;
    private final AssistanceService assistances;
    private final AdministratorService administrators;

    InternalCustomerResource(
            CustomerService customers, AssistanceService assistances, AdministratorService administrators) {
        this.customers = customers;
        this.assistances = assistances;
        this.administrators = administrators;
    }

    /** {@code administrator} and {@code assigned} are about the subject that was named, if one was. */
    record Answer(
            CustomerState customer, AssistanceState consent, AdministratorState administrator, boolean assigned) {}

    @GET
    @Path("/{id}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public Answer get(@RestPath UUID id, @RestQuery String subject) {
        var customer = customers.state(id);
        var consent = assistances.state(id).orElse(null);
        if (subject == null) {
            return new Answer(customer, consent, null, false);
        }
        return new Answer(
                customer,
                consent,
                administrators.state(customer.partnerId(), subject).orElse(null),
                administrators.isAssigned(customer.partnerId(), subject, id));
    }
}
