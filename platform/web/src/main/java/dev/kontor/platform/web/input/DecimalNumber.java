package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.kontor.platform.web.Decimals;
import java.io.IOException;
import java.math.BigDecimal;

/** A decimal as number or text (api.md, "ids, time, money"), within the bounds of {@link Decimals#of}. */
final class DecimalNumber extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    DecimalNumber() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> read(parser.getText(), context);
            default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        };
    }

    private static BigDecimal read(String text, DeserializationContext context) throws IOException {
        try {
            return Decimals.of(text);
        } catch (NumberFormatException | ArithmeticException none) {
            throw context.weirdStringException(text, BigDecimal.class, "no decimal, or beyond all bounds");
        }
    }
}
