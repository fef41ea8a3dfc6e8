package dev.kontor.licensing.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What customers-service, the owner of customers, is told of accounts at once. */
@RegisterRestClient(configKey = "customers")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface AccountsClient {

    /** The same again, or an older version, changes nothing there. */
    @PUT
    @Path("/customers/{id}/account-type")
    void bill(@RestPath UUID id, BillingType type);

    /** Makes the customer of an order; the same order gives the same customer. */
    @PUT
    @Path("/managed-orders/{orderId}/customer")
    JsonNode orderedCustomer(
            @RestPath UUID orderId, @HeaderParam("Accept-Language") String language, OrderedCustomer customer);

    default String passport() {
        return ServicePassports.bearer("customers");
    }
}
