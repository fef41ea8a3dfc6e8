package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.math.BigDecimal;

/** A tree whose numbers may be beyond what a {@link BigDecimal} holds: refused by their place, where Jackson just breaks. */
final class JsonTree extends JsonNodeDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var at = parser.getParsingContext();
        var outside = parser.currentToken().isStructStart() ? at.getParent() : at;
        try {
            return super.deserialize(parser, context);
        } catch (ArithmeticException | NumberFormatException beyond) {
            throw refused(parser, outside);
        }
    }

    private static JsonMappingException refused(JsonParser parser, JsonStreamContext outside) {
        var refused = MismatchedInputException.from(parser, BigDecimal.class, "beyond all bounds");
        for (var at = parser.getParsingContext(); at != null && at != outside; at = at.getParent()) {
            if (at.inArray()) {
                refused.prependPath(JsonTree.class, at.getCurrentIndex());
            } else if (at.inObject()) {
                refused.prependPath(JsonTree.class, at.getCurrentName());
            }
        }
        return refused;
    }
}
