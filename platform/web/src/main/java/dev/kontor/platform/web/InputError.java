package dev.kontor.platform.web;

import java.util.Arrays;

/**
 * One refused place of the input: a JSON pointer (RFC 6901) into the body, or the name of a parameter.
 *
 * <p>The detail is the text {@code input.<code>} of the bundles, unless a ready one was given.
 */
public final class InputError {

    private final String pointer;
    private final String parameter;
    private final String code;
    private final String detail;
    private final Object[] arguments;

    private InputError(String pointer, String parameter, String code, String detail, Object... arguments) {
        this.pointer = pointer;
        this.parameter = parameter;
        this.code = code;
        this.detail = detail;
        this.arguments = arguments;
    }

    public static InputError pointer(String pointer, String code, Object... arguments) {
        return new InputError(pointer, null, code, null, arguments);
    }

    public static InputError parameter(String parameter, String code, Object... arguments) {
        return new InputError(null, parameter, code, null, arguments);
    }

    /** The same place with a detail that is already in the reader's language, as Bean Validation gives it. */
    public InputError saying(String text) {
        return new InputError(pointer, parameter, code, text, arguments);
    }

    public String pointer() {
        return pointer;
    }

    public String parameter() {
        return parameter;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    @Override
    public String toString() {
        return (pointer != null ? pointer : parameter) + " " + code + " " + Arrays.toString(arguments);
    }
}
