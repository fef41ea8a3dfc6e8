package dev.kontor.platform.web.problems;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Bean Validation's findings as places of the input. At most a hundred are answered, the first in the order of their
 * places: nobody reads more at once, and an answer must not be longer than what was asked.
 */
public final class Violations {

    private static final int MOST = 100;

    /** A message of our own constraints that is the code of a text in the catalogue. */
    private static final java.util.regex.Pattern CODE = java.util.regex.Pattern.compile("[a-z]+(-[a-z]+)*");

    private Violations() {}

    public static Problem problem(ConstraintViolationException violations) {
        var first = new TreeMap<String, InputError>();
        for (var violation : violations.getConstraintViolations()) {
            var place = place(violation);
            first.put(place.toString(), place);
            if (first.size() > MOST) {
                first.pollLastEntry();
            }
        }
        return Problems.invalid(first.values().toArray(InputError[]::new));
    }

    private static InputError place(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        String parameter = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(node.getName());
                }
            }
        }
        var isBody = !pointer.isEmpty() || parameter == null;
        var alternatives = alternatives(violation);
        if (alternatives != null) {
            return isBody
                    ? InputError.pointer(pointer.toString(), "one-of", alternatives)
                    : InputError.parameter(parameter, "one-of", alternatives);
        }
        if (CODE.matcher(violation.getMessageTemplate()).matches()) {
            return isBody
                    ? InputError.pointer(pointer.toString(), violation.getMessage())
                    : InputError.parameter(parameter, violation.getMessage());
        }
        var code = code(violation);
        var at = isBody ? InputError.pointer(pointer.toString(), code) : InputError.parameter(parameter, code);
        return at.saying(violation.getMessage());
    }

    /** The words of a pattern that is nothing but alternatives, which reads better as a list; null for any other. */
    private static String alternatives(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof Pattern pattern
                        && pattern.regexp().matches("[a-z-]+(\\|[a-z-]+)*")
                ? pattern.regexp().replace("|", ", ")
                : null;
    }

    /** {@code NotBlank} is said as {@code not-blank}. */
    private static String code(ConstraintViolation<?> violation) {
        var name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
