package dev.kontor.gateway.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads single claims, and refuses those of the wrong form. */
record ClaimReader(JsonNode claims) {

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._@:-]{1,128}");
    private static final Pattern CANONICAL_UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The subject, in the alphabet that ids and keys elsewhere can carry. */
    String subject(String prefix, String name) {
        var subject = text(name);
        if (subject == null || !SUBJECT.matcher(prefix + subject).matches()) {
            throw new TokenRefused("The token's subject is not acceptable");
        }
        return prefix + subject;
    }

    UUID uuid(String name) {
        var value = text(name);
        if (value == null || !CANONICAL_UUID.matcher(value).matches()) {
            throw new TokenRefused("The token's " + name + " is not a UUID");
        }
        return UUID.fromString(value);
    }

    /** The strings of an array; empty where the claim is absent. */
    Set<String> strings(String name) {
        var value = at(name);
        var strings = new LinkedHashSet<String>();
        if (value.isMissingNode() || value.isNull()) {
            return strings;
        }
        if (!value.isArray()) {
            throw new TokenRefused("The token's " + name + " is not a list");
        }
        for (var one : value) {
            if (!one.isTextual()) {
                throw new TokenRefused("The token's " + name + " is not a list of strings");
            }
            strings.add(one.textValue());
        }
        return strings;
    }

    /** A space-separated list (RFC 8693, section 4.2), or the array that some issuers make of it. */
    Set<String> words(String name) {
        if (at(name).isArray()) {
            return strings(name);
        }
        var text = text(name);
        return text == null || text.isBlank() ? Set.of() : Set.of(text.strip().split(" +"));
    }

    String text(String name) {
        var value = at(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new TokenRefused("The token's " + name + " is not a string");
        }
        return value.textValue();
    }

    private JsonNode at(String name) {
        return name.startsWith("/") ? claims.at(name) : claims.path(name);
    }
}
