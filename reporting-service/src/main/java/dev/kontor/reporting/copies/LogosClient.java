package dev.kontor.reporting.copies;

import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What customers-service, the owner of logos, is asked for. */
@RegisterRestClient(configKey = "customers")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal")
interface LogosClient {

    @GET
    @Path("/logos/{hash}")
    @Produces("image/png")
    byte[] logo(@RestPath String hash);

    default String passport() {
        return ServicePassports.bearer("customers");
    }
}
