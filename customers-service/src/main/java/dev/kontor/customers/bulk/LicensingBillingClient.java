package dev.kontor.customers.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.passports.ServicePassports;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What is asked of licensing-service, which decides how accounts are billed. */
@RegisterRestClient(configKey = "licensing")
@ClientHeaderParam(name = "Authorization", value = "{passport}")
@Path("/internal/customers")
interface LicensingBillingClient {

    /** A conversion as the public route takes it, and on whose behalf. */
    record Conversion(
            UUID partnerId,
            String by,
            Set<String> programs,
            String target,
            Boolean immediately,
            List<String> products) {}

    @POST
    @Path("/{id}/billing-type")
    JsonNode convert(@RestPath UUID id, @RestHeader("Idempotency-Key") String key, Conversion conversion);

    default String passport() {
        return ServicePassports.bearer("licensing");
    }
}
