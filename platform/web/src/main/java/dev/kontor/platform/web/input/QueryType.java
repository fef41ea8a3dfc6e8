package dev.kontor.platform.web.input;

import java.util.UUID;
import java.util.regex.Pattern;

/** What a query parameter's text must look like for its declared type; the JAX-RS default for a misfit is a bare 404. */
enum QueryType {
    NUMBER("not-a-number"),
    FLAG("not-true-or-false"),
    ID("not-a-uuid"),
    TEXT("not-plain-text");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private final String refusal;

    QueryType(String refusal) {
        this.refusal = refusal;
    }

    static QueryType of(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        return type == UUID.class ? ID : TEXT;
    }

    boolean accepts(String text) {
        return switch (this) {
            case NUMBER -> WHOLE.matcher(text).matches();
            case FLAG -> text.equals("true") || text.equals("false");
            case ID -> isId(text);
            case TEXT -> PlainText.is(text);
        };
    }

    /** The code of the input error. */
    String refusal() {
        return refusal;
    }

    private static boolean isId(String text) {
        try {
            WrittenForm.id(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
