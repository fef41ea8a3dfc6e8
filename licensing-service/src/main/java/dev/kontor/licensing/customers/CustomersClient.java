package dev.kontor.licensing.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What licensing-service asks customers-service, the owner of customers, and tells it at once. */
@RegisterRestClient(configKey = "customers")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface CustomersClient {

    @GET
    @Path("/customers/{id}")
    Answer customer(@RestPath UUID id, @RestQuery String subject);

    /** The same again, or an older version, changes nothing there. */
    @PUT
    @Path("/customers/{id}/account-type")
    void bill(@RestPath UUID id, BillingType type);

    /** Makes the customer of an order; the same order gives the same customer. */
    @PUT
    @Path("/managed-orders/{orderId}/customer")
    Answer orderedCustomer(
            @RestPath UUID orderId, @HeaderParam("Accept-Language") String language, OrderedCustomer customer);

    default String passport() {
        return ServicePassports.bearer("customers");
    }

    /**
     * A customer, and what {@code subject} may see of its partner's customers.
     *
     * @param administrator null for a subject never named
     * @param groupIds the groups through which it sees the customer; null where none are told of
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(CustomerState customer, Administrator administrator, boolean assigned, List<UUID> groupIds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Administrator(boolean allCustomers) {}
}
