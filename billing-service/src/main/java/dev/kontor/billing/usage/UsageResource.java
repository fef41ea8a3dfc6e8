package dev.kontor.billing.usage;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.copies.Questions;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/usage")
@Tag(name = "Usage")
class UsageResource {

    private final UsageReading reading;
    private final CallersPartner partners;
    private final Questions questions;
    private final Clock clock;

    UsageResource(UsageReading reading, CallersPartner partners, Questions questions, Clock clock) {
        this.reading = reading;
        this.partners = partners;
        this.questions = questions;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("billing:read")
    @Operation(
            operationId = "listUsage",
            summary = "List usage by customer and product, per month or per day",
            description =
                    "Includes the open month. The list is empty if there was no usage. Shows only customers that the caller can see.")
    @APIResponse(responseCode = "200", description = "A page of usage")
    public RestResponse<Page<UsageView>> list(
            @RestQuery @Parameter(example = "2026-11", description = "Default: the current month") String month,
            @Parameter(description = "Only usage of this customer") @RestQuery UUID customerId,
            @Parameter(description = "Only usage of the product with this code")
                    @RestQuery
                    @Pattern(regexp = "[^\\x00]{1,100}")
                    String product,
            @RestQuery
                    @Parameter(
                            description = "Per month or per day. Default: month",
                            schema = @Schema(enumeration = {"month", "day"}))
                    String granularity,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var byDay = byDay(granularity);
        var wanted = new UsageReading.Wanted(BillingMonths.readOr("month", month, clock), customerId, product);
        var page = PageRequest.of(limit, cursor, "usage", wanted, byDay).counting(count);
        var partner = partners.get();
        if (customerId != null && !reading.knows(customerId)) {
            questions.askForCustomer(customerId);
        }
        return Pages.ok(
                uri,
                (byDay
                                ? Page.of(reading.byDay(partner, wanted, page), page, UsageResource::dayKey)
                                : Page.of(reading.byMonth(partner, wanted, page), page, UsageResource::monthKey))
                        .withTotal(page, () -> reading.count(partner, wanted, byDay)));
    }

    private static boolean byDay(String granularity) {
        if (granularity == null || granularity.equals("month")) {
            return false;
        }
        if (granularity.equals("day")) {
            return true;
        }
        throw Problems.invalid(InputError.parameter("granularity", "one-of", "month, day"));
    }

    private static List<String> monthKey(UsageView view) {
        return List.of(view.customerId().toString(), view.product());
    }

    private static List<String> dayKey(UsageView view) {
        return List.of(view.customerId().toString(), view.product(), view.day().toString());
    }
}
