package dev.kontor.gateway.tokens;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** A signed token taken apart, nothing of it believed yet. */
record Jwt(String compact, JsonNode header, JsonNode claims) {

    /** Longer ones are not looked at. */
    static final int MAX_LENGTH = 8 * 1024;

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Jwt parse(String compact) {
        if (compact.length() > MAX_LENGTH) {
            throw new TokenRefused("The token is too long");
        }
        var parts = compact.split("\\.", -1);
        // The decoders take padding, the format has none (RFC 7515, section 2): one token, one spelling.
        if (parts.length != 3 || compact.indexOf('=') >= 0) {
            throw new TokenRefused("The token is not a signed JWT");
        }
        return new Jwt(compact, object(parts[0]), object(parts[1]));
    }

    /** A header or claim that has to be a string; null where there is none. */
    static String text(JsonNode object, String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new TokenRefused("The token's " + name + " is not a string");
        }
        return value.textValue();
    }

    private static JsonNode object(String part) {
        try {
            var json = STRICT.readTree(Base64.getUrlDecoder().decode(part));
            if (json == null || !json.isObject()) {
                throw new TokenRefused("The token is not readable");
            }
            return json;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new TokenRefused("The token is not readable");
        }
    }
}
