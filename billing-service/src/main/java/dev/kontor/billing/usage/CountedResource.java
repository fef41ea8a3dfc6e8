package dev.kontor.billing.usage;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.copies.Questions;
import dev.kontor.billing.storedusage.Series;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/usage/{customerId}/{product}/{month}/counted")
@Tag(name = "Usage")
class CountedResource {

    private final CountedReading reading;
    private final UsageReading usage;
    private final CallersPartner partners;
    private final Questions questions;

    CountedResource(CountedReading reading, UsageReading usage, CallersPartner partners, Questions questions) {
        this.reading = reading;
        this.usage = usage;
        this.partners = partners;
        this.questions = questions;
    }

    @GET
    @RolesAllowed("billing:read")
    @RefusesCommonly(CommonProblem.VALIDATION_FAILED)
    @Operation(
            operationId = "getCountedUsage",
            summary = "Read the devices and users behind a counted quantity",
            description =
                    "If devices were observed: the devices that counted on the relevant day, and their last users. Otherwise: the usage record. For a billed product, the usage of all products in its category counts.")
    @APIResponse(responseCode = "200", description = "What was counted; empty if there was no usage")
    public CountedView counted(
            @RestPath UUID customerId,
            @RestPath @Parameter(example = "endpoint-advanced") String product,
            @RestPath @Parameter(example = "2026-11") String month) {
        var partner = partners.get();
        if (!usage.knows(customerId)) {
            questions.askForCustomer(customerId);
            if (!usage.knows(customerId)) {
                throw Problems.notFound();
            }
        }
        var asked = BillingMonths.read("month", month);
        return reading.counted(partner, new Series(customerId, product), asked);
    }
}
