package dev.kontor.billing.pricebooks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.kontor.billing.counting.DecimalLimits;
import java.io.IOException;
import java.math.BigDecimal;

/** Prices as they were written: a string of plain digits, trailing zeros kept. */
public final class PlainDecimal extends StdSerializer<BigDecimal> {

    PlainDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
        // A number nobody accepts may be a short text and gigabytes long in plain digits.
        json.writeString(DecimalLimits.fits(value) ? value.toPlainString() : value.toString());
    }
}
