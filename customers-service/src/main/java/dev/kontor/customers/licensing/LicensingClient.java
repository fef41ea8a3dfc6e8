package dev.kontor.customers.licensing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is asked of licensing-service. */
@RegisterRestClient(configKey = "licensing")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface LicensingClient {

    @GET
    @Path("/products")
    List<JsonNode> products();

    default String passport() {
        return ServicePassports.bearer("licensing");
    }
}
