package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;

/** Reads one of an enum's names as it is written, without the blanks around it that Jackson passes over. */
final class ExactName extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    ExactName(JsonDeserializer<?> usual) {
        super(usual);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new ExactName(other);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)
                && !parser.getText().equals(parser.getText().trim())) {
            throw context.weirdStringException(parser.getText(), handledType(), "blanks around it");
        }
        return super.deserialize(parser, context);
    }

    /** Puts it before every enum's own. */
    static final class OfEnums extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return new ExactName(usual);
        }
    }
}
