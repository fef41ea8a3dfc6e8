package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads what JSON writes as a text of a fixed form: ids, days, instants. Jackson's own readers take more: numbers, lists of
 * numbers, blanks around the text and none in it.
 */
final class WrittenForm<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reading;

    /** {@code reading} throws {@link DateTimeException} or {@link IllegalArgumentException} for any other text. */
    WrittenForm(Class<T> type, Function<String, T> reading) {
        super(type);
        this.reading = reading;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        try {
            return reading.apply(parser.getText());
        } catch (DateTimeException | IllegalArgumentException another) {
            throw context.weirdStringException(parser.getText(), handledType(), "another form");
        }
    }

    /** A UUID in its one written form, in small or capital letters. */
    static UUID id(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }
}
