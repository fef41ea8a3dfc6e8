package dev.kontor.platform.web.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.NearestName;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.input.OverlongList;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what was wrong with a JSON body: not JSON, an unknown field, or a value of the wrong kind. */
public final class UnreadableJson {

    private static final Map<Class<?>, String> WRITTEN_FORMS = Map.of(
            UUID.class, "not-a-uuid",
            Instant.class, "not-an-instant",
            LocalDate.class, "not-a-date",
            YearMonth.class, "not-a-month");

    /** Knows the annotations that name an enum's constants in JSON. */
    private static final ObjectMapper NAMES = new ObjectMapper();

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
        if (cause instanceof JsonMappingException mapping && mapping.getCause() instanceof InputCoercionException) {
            return Problems.invalid(InputError.pointer(pointer(mapping), "not-a-number"));
        }
        if (cause instanceof JsonMappingException mapping && mapping.getCause() instanceof OverlongList list) {
            // The last step is the element that was one too many.
            var pointer = pointer(mapping);
            return Problems.invalid(
                    InputError.pointer(pointer.substring(0, pointer.lastIndexOf('/')), "size", list.most()));
        }
        return Problems.malformedJson();
    }

    /** 400: a field the resource does not know, with the nearest one it does. */
    public static Problem unknownField(String pointer, String name, Collection<?> known) {
        var nearest = NearestName.of(name, known == null ? List.of() : known);
        return CommonProblem.UNKNOWN_FIELD
                .problem(name)
                .withErrors(List.of(InputError.pointer(
                        pointer, nearest == null ? "unknown-field" : "unknown-field-nearest", name, nearest)));
    }

    private static Problem wrongKind(MismatchedInputException mismatch) {
        // Jackson says this, too, with a mismatch: a whole value of the right kind, and another one behind it.
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return Problems.malformedJson();
        }
        return Problems.invalid(expected(pointer(mismatch), mismatch.getTargetType(), mismatch));
    }

    /** What should have stood there, in JSON's words and not in Java's. */
    private static InputError expected(String pointer, Class<?> target, MismatchedInputException mismatch) {
        if (target == null) {
            return InputError.pointer(pointer, "wrong-type", "value");
        }
        if (target.isEnum()) {
            return InputError.pointer(pointer, "one-of", names(target));
        }
        if (target == String.class) {
            return InputError.pointer(pointer, isText(mismatch) ? "not-plain-text" : "not-a-text");
        }
        if (target == BigDecimal.class) {
            return InputError.pointer(pointer, "not-a-decimal");
        }
        if (Number.class.isAssignableFrom(target) || target == int.class || target == long.class) {
            return InputError.pointer(pointer, "not-a-number");
        }
        if (target == Boolean.class || target == boolean.class) {
            return InputError.pointer(pointer, "not-true-or-false");
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return InputError.pointer(pointer, "not-a-list");
        }
        var form = WRITTEN_FORMS.get(target);
        return InputError.pointer(pointer, form == null ? "not-an-object" : form);
    }

    private static boolean isText(MismatchedInputException mismatch) {
        return mismatch instanceof InvalidFormatException format && format.getValue() instanceof String;
    }

    private static String names(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> NAMES.convertValue(constant, String.class))
                .sorted()
                .collect(Collectors.joining(", "));
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
