package dev.kontor.billing.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@RegisterRestClient(configKey = "customers")
@Path("/internal")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
interface CustomersClient {

    @GET
    @Path("/partners/{id}")
    JsonNode partner(@RestPath UUID id);

    @GET
    @Path("/customers/{id}")
    JsonNode customer(@RestPath UUID id, @RestQuery String subject);

    @GET
    @Path("/administrators/{partnerId}/{subject}")
    JsonNode administrator(@RestPath UUID partnerId, @RestPath String subject);

    default String passport() {
        return ServicePassports.bearer("customers");
    }
}
