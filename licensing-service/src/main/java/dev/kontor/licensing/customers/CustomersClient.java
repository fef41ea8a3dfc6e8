package dev.kontor.licensing.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What licensing-service asks customers-service, the owner of customers. */
@RegisterRestClient(configKey = "customers")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal/customers")
interface CustomersClient {

    @GET
    @Path("/{id}")
    Answer customer(@RestPath UUID id, @RestQuery String subject);

    default String passport() {
        return ServicePassports.bearer("customers");
    }

    /**
     * A customer, and what {@code subject} may see of its partner's customers.
     *
     * @param administrator null for a subject never named
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(CustomerState customer, Administrator administrator, boolean assigned) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Administrator(boolean allCustomers) {}
}
