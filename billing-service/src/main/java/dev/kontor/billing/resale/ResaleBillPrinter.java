package dev.kontor.billing.resale;

import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

@RegisterRestClient(configKey = "reporting")
@Path("/internal")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
interface ResaleBillPrinter {

    @POST
    @Path("/resale-bill-pdf")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    byte[] resaleBillPdf(@RestQuery String locale, PrintedResaleBill bill);

    default String passport() {
        return ServicePassports.bearer("reporting");
    }
}
