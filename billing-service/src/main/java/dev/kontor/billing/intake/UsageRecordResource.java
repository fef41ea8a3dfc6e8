package dev.kontor.billing.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.billing.calendar.BillingMonths;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/usage-records")
@Tag(name = "Usage")
class UsageRecordResource {

    static final String NDJSON = "application/x-ndjson";
    private static final String EXAMPLE =
            """
            [{"eventId": "agent-17/2026-11-03", "customerId": "019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a",
              "product": "endpoint-advanced", "observedAt": "2026-11-03T06:00:00Z", "quantity": 50}]""";

    private final PostedReader reader;
    private final Intake intake;

    UsageRecordResource(PostedReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    @POST
    @RolesAllowed("usage-reporter")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postUsageRecords",
            summary = "Report usage levels",
            description =
                    "A JSON array or `application/x-ndjson` of at most 10,000 records `{eventId, customerId, product, observedAt, quantity}`. A quantity is a level, not an increment. A repeated event is a duplicate; with a different payload it is a conflict. An invalid item never blocks the others.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = UsageItem.class,
                                        maxItems = Posted.MOST),
                        examples = @ExampleObject(name = "one day", value = EXAMPLE)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", description = "The outcome: counts, and the items that were not stored")
    public UsageReceipt postArray(JsonNode body) {
        return take(reader.array(body, UsageItem::read));
    }

    @POST
    @RolesAllowed("usage-reporter")
    @Consumes(NDJSON)
    @Operation(hidden = true)
    public UsageReceipt postLines(InputStream body) {
        return take(reader.lines(body, UsageItem::read));
    }

    @GET
    @Path("/count")
    @RolesAllowed("usage-reporter")
    @Operation(operationId = "countUsageRecords", summary = "Count the caller's records observed on a day")
    @APIResponse(responseCode = "200", description = "The counts")
    public UsageCount count(
            @RestQuery @Parameter(required = true, example = "2026-11-03", description = "The day (UTC)") String day) {
        return intake.count(BillingMonths.readDay("day", day));
    }

    private UsageReceipt take(Posted<UsageItem> posted) {
        intake.prepare(posted.items(), intake.unknown(posted.items()));
        return intake.store(Source.RECORD, posted);
    }
}
