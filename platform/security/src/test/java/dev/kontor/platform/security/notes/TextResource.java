package dev.kontor.platform.security.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says what text it read, by whichever way a resource reads text. */
@Path("/v1/texts")
class TextResource {

    record Text(String text) {}

    @POST
    @RolesAllowed("customers:write")
    public Text json(Text body) {
        return body;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("customers:write")
    public Text table(String body) {
        return new Text(body);
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed("customers:write")
    public Text lines(InputStream body) throws IOException {
        return new Text(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }

    @GET
    @RolesAllowed("customers:read")
    public Text asJson() {
        return new Text("x");
    }

    @GET
    @Produces("text/csv")
    @RolesAllowed("customers:read")
    public String asTable() {
        return "x";
    }

    @POST
    @Path("/perhaps")
    @RolesAllowed("customers:write")
    public Text perhaps(Text body) {
        return body == null ? new Text("none") : body;
    }

    @POST
    @Path("/forms")
    @Produces({"application/json", "text/csv"})
    @RolesAllowed("customers:write")
    public Map<String, String> forms(Text body) {
        return Map.of("text", body.text());
    }
}
