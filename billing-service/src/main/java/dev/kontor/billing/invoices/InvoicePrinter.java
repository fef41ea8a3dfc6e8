package dev.kontor.billing.invoices;

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
interface InvoicePrinter {

    @POST
    @Path("/invoice-pdf")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    byte[] invoicePdf(@RestQuery String locale, PrintedInvoice invoice);

    default String passport() {
        return ServicePassports.bearer("reporting");
    }
}
