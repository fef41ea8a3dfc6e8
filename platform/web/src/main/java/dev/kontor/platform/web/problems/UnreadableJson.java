package dev.kontor.platform.web.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.NearestName;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import java.util.List;

/** Says what was wrong with a JSON body: not JSON, an unknown field, or a value of the wrong kind. */
public final class UnreadableJson {

    private UnreadableJson() {}

    public static Problem problem(JsonProcessingException cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return unknownField(pointer(unknown), unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (cause instanceof MismatchedInputException mismatch) {
            // A failed mapping whose own cause is a refusal: a record's constructor said no.
            return cause.getCause() instanceof Problem refusal ? refusal : wrongKind(mismatch);
        }
        if (cause instanceof JsonMappingException mapping && mapping.getCause() instanceof Problem refusal) {
            return refusal;
        }
        return Problems.malformedJson();
    }

    /** 400: a field the resource does not know, with the nearest one it does. */
    public static Problem unknownField(String pointer, String name, java.util.Collection<?> known) {
        var nearest = NearestName.of(name, known == null ? List.of() : known);
        return Problem.of(400, "unknown-field", name)
                .withErrors(List.of(InputError.pointer(
                        pointer, nearest == null ? "unknown-field" : "unknown-field-nearest", name, nearest)));
    }

    private static Problem wrongKind(MismatchedInputException mismatch) {
        // Jackson says this, too, with a mismatch: a whole value of the right kind, and another one behind it.
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return Problems.malformedJson();
        }
        return Problems.invalid(InputError.pointer(pointer(mismatch), "wrong-type", kind(mismatch.getTargetType())));
    }

    private static String kind(Class<?> target) {
        if (target == null) {
            return "value";
        }
        if (target.isEnum()) {
            return "one of " + List.of(target.getEnumConstants());
        }
        return target.getSimpleName();
    }

    private static String pointer(JsonMappingException at) {
        var pointer = new StringBuilder();
        for (var step : at.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() != null
                                    ? escape(step.getFieldName())
                                    : String.valueOf(step.getIndex()));
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
