package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import dev.kontor.platform.web.text.Characters;
import dev.kontor.platform.web.text.Text;
import java.io.IOException;

/**
 * Text that PostgreSQL can keep, in the one form it is kept in, NFC: UTF-8 has no lone surrogates, and its {@code text} no
 * U+0000. What a person reads comes without blanks at its edges, and must keep what {@link Text} says.
 */
final class PlainText extends StringDeserializer implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private static final PlainText READ = new PlainText(true);

    private final boolean trimming;

    PlainText() {
        this(false);
    }

    private PlainText(boolean trimming) {
        this.trimming = trimming;
    }

    static boolean is(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty field) {
        return field != null && field.getAnnotation(Text.class) != null ? READ : this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = super.deserialize(parser, context);
        if (text == null) {
            return null;
        }
        if (!is(text)) {
            throw context.weirdStringException(text, String.class, "a character that is none");
        }
        var composed = Characters.composed(text);
        return trimming ? Characters.trimmed(composed) : composed;
    }
}
