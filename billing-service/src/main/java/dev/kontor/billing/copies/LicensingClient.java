package dev.kontor.billing.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

@RegisterRestClient(configKey = "licensing")
@Path("/internal")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
interface LicensingClient {

    @GET
    @Path("/customers/{id}/licenses")
    JsonNode licenses(@RestPath UUID id);

    @GET
    @Path("/products")
    JsonNode products();

    default String passport() {
        return ServicePassports.bearer("licensing");
    }
}
