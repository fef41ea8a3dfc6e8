package dev.kontor.reporting.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What reporting-service asks customers-service, the owner of customers, partners and logos. */
@RegisterRestClient(configKey = "customers")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface CustomersClient {

    @GET
    @Path("/customers/{id}")
    Answer customer(@RestPath UUID id, @RestQuery String subject);

    @GET
    @Path("/partners/{id}")
    PartnerState partner(@RestPath UUID id);

    @GET
    @Path("/logos/{hash}")
    @Produces("image/png")
    byte[] logo(@RestPath String hash);

    default String passport() {
        return ServicePassports.bearer("customers");
    }

    /**
     * A customer, and what {@code subject} may see of its partner's customers.
     *
     * @param consent null where there never was any
     * @param administrator null for a subject never named
     * @param groupIds the groups through which it sees the customer; null where none are told of
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            CustomerState customer,
            ConsentState consent,
            Administrator administrator,
            boolean assigned,
            List<UUID> groupIds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Administrator(boolean allCustomers) {}
}
