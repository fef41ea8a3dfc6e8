package dev.kontor.platform.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A reason to refuse, with the status it is answered with; each module lists its own in one enum. */
public interface ProblemType {

    /** The constant's name. */
    String name();

    int status();

    /** What programs decide by: {@code NOT_FOUND} is {@code not-found}. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A refusal for this reason; the arguments fill the numbered places of its texts. */
    default Problem problem(Object... arguments) {
        return new Problem(this, arguments);
    }
}
