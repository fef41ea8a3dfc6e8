package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.copies.KnownCustomers;
import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Conversions for customers-service's job over many customers; that job has checked permission and visibility. */
@Path("/internal/customers/{id}/billing-type")
class InternalBillingTypeResource {

    private static final String FLEX = "msp-flex";

    private final BillingTypes billingTypes;
    private final KnownCustomers customers;

    InternalBillingTypeResource(BillingTypes billingTypes, KnownCustomers customers) {
        this.billingTypes = billingTypes;
        this.customers = customers;
    }

    /** A conversion that {@code by} wants, with the programs of its partner; a key works once, so there is none. */
    record Conversion(
            @NotNull UUID partnerId,
            @NotBlank String by,
            @NotNull Set<String> programs,
            @NotNull ConvertBillingType.Target target,
            Boolean immediately,
            @Size(max = 20) List<@NotBlank @Size(max = 60) String> products) {}

    @POST
    @OfCustomer
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public BillingEffects convert(@RestPath UUID id, @NotNull @Valid Conversion wanted) {
        if (!wanted.programs().contains(FLEX)) {
            throw Problems.programRequired(FLEX);
        }
        customers.requireOf(wanted.partnerId(), id);
        var conversion = new ConvertBillingType(wanted.target(), wanted.immediately(), wanted.products(), null, false);
        return billingTypes.convert(id, conversion, wanted.by());
    }
}
