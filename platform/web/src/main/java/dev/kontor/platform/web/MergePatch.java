package dev.kontor.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.web.problems.UnreadableJson;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Applies a JSON merge patch (RFC 7396) to what a caller may edit, and checks the outcome. */
@Singleton
public final class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper mapper;
    private final Validator validator;

    MergePatch(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The editable form {@code current} with the patch applied.
     *
     * @throws Problem 400 for a patch that is no object, names an unknown field or makes the whole invalid
     */
    public <T> T apply(T current, JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw Problems.malformedJson();
        }
        try {
            var merged = mapper.<T>treeToValue(
                    merge(mapper.valueToTree(current), patch), mapper.constructType(current.getClass()));
            var violations = validator.validate(merged);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return merged;
        } catch (JsonProcessingException e) {
            throw UnreadableJson.problem(e);
        }
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : mapper.createObjectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                // An unknown name must not pass just because it is to be removed: it stays in and is refused below.
                if (result.has(field.getKey())) {
                    result.remove(field.getKey());
                } else {
                    result.set(field.getKey(), field.getValue());
                }
            } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
