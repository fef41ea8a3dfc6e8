package dev.kontor.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.kontor.gateway.limits.LimitSettings;
import dev.kontor.gateway.tokens.AuthorizationServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The published document as this gateway serves it: the committed one, with the limits and the issuer it is set to. */
record ApiDocument(Content json, Content yaml, Map<String, List<Answering>> answering) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());

    static ApiDocument read(LimitSettings limits, AuthorizationServers servers) {
        try (var in = ApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            var document = (ObjectNode) YAML.readTree(in);
            var shown = document.putObject("x-rate-limits");
            show(shown.putObject("client"), limits.client());
            show(shown.putObject("partner"), limits.partner());
            show(shown.putObject("address"), limits.address());
            show(document, servers);
            return new ApiDocument(
                    Content.of("application/json", JSON.writeValueAsBytes(document)),
                    Content.of("application/yaml", YAML.writeValueAsBytes(document)),
                    Answering.byCode(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of the vendor's partner API; written by hand, since its words are the vendor's. */
    static Content readPartnerV1() {
        try (var in = ApiDocument.class.getResourceAsStream("/openapi-partner-v1.yaml")) {
            return Content.of("application/json", JSON.writeValueAsBytes(YAML.readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(ObjectNode document, AuthorizationServers servers) {
        var schemes = (ObjectNode) document.at("/components/securitySchemes");
        ((ObjectNode) schemes.path("openIdConnect")).put("openIdConnectUrl", servers.discovery());
        servers.tokenEndpoint()
                .ifPresentOrElse(
                        url -> ((ObjectNode) schemes.at("/oauth2/flows/clientCredentials"))
                                .put("tokenUrl", url.toString()),
                        () -> offerNoClientCredentials(document, schemes));
    }

    /** A made-up address would send credentials somewhere. */
    private static void offerNoClientCredentials(ObjectNode document, ObjectNode schemes) {
        schemes.remove("oauth2");
        document.findValues("security").forEach(ApiDocument::withoutClientCredentials);
    }

    private static void withoutClientCredentials(JsonNode requirements) {
        var each = requirements.iterator();
        while (each.hasNext()) {
            if (each.next().has("oauth2")) {
                each.remove();
            }
        }
    }

    private static void show(ObjectNode shown, LimitSettings.Quota quota) {
        shown.put("rate", quota.rate()).put("burst", quota.burst());
    }
}
