package dev.kontor.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal with a stable code, answered as {@code application/problem+json} (RFC 9457).
 *
 * <p>Title and detail are not here but in the bundles {@code problems/*_{en,de}.properties}, under the code.
 */
public final class Problem extends RuntimeException {

    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final transient List<InputError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    Problem(ProblemType type, Object... arguments) {
        // A refusal is an answer, not a fault: nobody reads its stack trace.
        super(type.code(), null, false, false);
        this.type = type;
        this.arguments = arguments;
    }

    /** Adds an extension member (RFC 9457, section 3.2). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds the places of the input that were refused. */
    public Problem withErrors(List<InputError> more) {
        errors.addAll(more);
        return this;
    }

    /** Adds a header of the answer, such as {@code Retry-After}. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return type.status();
    }

    public String code() {
        return type.code();
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public List<InputError> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
