package dev.kontor.platform.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What licensing-service, the owner of products and licences, answers: states as its events say them. */
@RegisterRestClient(configKey = "licensing")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface LicensingClient {

    @GET
    @Path("/products")
    List<JsonNode> products();

    @GET
    @Path("/customers/{id}/licenses")
    JsonNode licenses(@RestPath UUID id);

    default String passport() {
        return ServicePassports.bearer("licensing");
    }
}
