package dev.kontor.platform.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What customers-service, the owner of customers and partners, answers: states as its events say them. */
@RegisterRestClient(configKey = "customers")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface CustomersClient {

    /** A customer and its consent; also what {@code subject} may see of its partner's customers, if one is named. */
    @GET
    @Path("/customers/{id}")
    JsonNode customer(@RestPath UUID id, @RestQuery @Nullable String subject);

    @GET
    @Path("/partners/{id}")
    JsonNode partner(@RestPath UUID id);

    @GET
    @Path("/administrators/{partnerId}/{subject}")
    JsonNode administrator(@RestPath UUID partnerId, @RestPath String subject);

    default String passport() {
        return ServicePassports.bearer("customers");
    }
}
