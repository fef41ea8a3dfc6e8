package dev.kontor.billing.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/device-observations")
@Tag(name = "Usage")
class DeviceObservationResource {

    private static final String EXAMPLE =
            """
            [{"eventId": "agent-17/2026-11-03", "customerId": "019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a",
              "product": "endpoint-advanced", "deviceId": "NB-0417", "userId": "anna", "kind": "computer",
              "lastSeenAt": "2026-11-03T06:00:00Z"}]""";

    private final PostedReader reader;
    private final Intake intake;

    DeviceObservationResource(PostedReader reader, Intake intake) {
        this.reader = reader;
        this.intake = intake;
    }

    @POST
    @RolesAllowed("usage-reporter")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postDeviceObservations",
            summary = "Report devices that were seen online",
            description =
                    "A JSON array or `application/x-ndjson` of at most 10,000 observations `{eventId, customerId, product, deviceId, userId?, kind, lastSeenAt}`, or a single object. `kind` is `computer` or `server`; without `userId` the device has no last user. On days with observations of a product, the observations count instead of usage records: users with a device online in the last 30 days, devices without a user, and servers. Events are deduplicated like usage records.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = DeviceItem.class,
                                        maxItems = Posted.MOST),
                        examples = @ExampleObject(name = "one device", value = EXAMPLE)),
                @Content(mediaType = UsageRecordResource.NDJSON, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", description = "The outcome: counts, and the items that were not stored")
    public UsageReceipt postArray(JsonNode body) {
        return take(
                body != null && body.isObject()
                        ? reader.one(body, DeviceItem::read)
                        : reader.array(body, DeviceItem::read));
    }

    @POST
    @RolesAllowed("usage-reporter")
    @Consumes(UsageRecordResource.NDJSON)
    @Operation(hidden = true)
    public UsageReceipt postLines(InputStream body) {
        return take(reader.lines(body, DeviceItem::read));
    }

    private UsageReceipt take(Posted<DeviceItem> posted) {
        intake.prepare(posted.items(), intake.unknown(posted.items()));
        return intake.store(Source.DEVICE, posted);
    }
}
