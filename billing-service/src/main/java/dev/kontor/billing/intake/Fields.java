package dev.kontor.billing.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.billing.counting.DecimalLimits;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.text.Characters;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** The fields of one item, read strictly. */
record Fields(JsonNode item) {

    static final int LONGEST_EVENT_ID = 128;
    static final int LONGEST_PRODUCT = 100;

    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_ID = 36;
    private static final int LONGEST_INSTANT = 40;

    static Fields of(JsonNode item) throws WrongItem {
        if (!item.isObject()) {
            throw new WrongItem("wrong-type", null);
        }
        return new Fields(item);
    }

    void only(Set<String> known) throws WrongItem {
        for (var names = item.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                throw new WrongItem("unknown-field", name);
            }
        }
    }

    boolean has(String field) {
        return !item.path(field).isMissingNode() && !item.path(field).isNull();
    }

    String text(String field, int longest) throws WrongItem {
        var text = required(field).textValue();
        if (text == null) {
            throw new WrongItem("wrong-type", field);
        }
        if (!Characters.isVisible(text) || Characters.count(text) > longest) {
            throw new WrongItem("length", field);
        }
        // PostgreSQL's text holds no U+0000, UTF-8 no half of a surrogate pair.
        if (text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw new WrongItem("not-plain-text", field);
        }
        return text;
    }

    String oneOf(String field, Set<String> known) throws WrongItem {
        var text = required(field).textValue();
        if (text == null || !known.contains(text)) {
            throw new WrongItem("out-of-range", field);
        }
        return text;
    }

    UUID id(String field) throws WrongItem {
        var text = text(field, LONGEST_ID);
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
            throw new WrongItem("wrong-type", field);
        } catch (IllegalArgumentException e) {
            throw new WrongItem("wrong-type", field);
        }
    }

    Instant instant(String field) throws WrongItem {
        try {
            var instant = Moment.instant(text(field, LONGEST_INSTANT)).truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(FIRST_DAY)) {
                throw new WrongItem("out-of-range", field);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new WrongItem("wrong-type", field);
        }
    }

    BigDecimal quantity(String field) throws WrongItem {
        var value = required(field);
        if (!value.isNumber() && !value.isTextual()) {
            throw new WrongItem("wrong-type", field);
        }
        BigDecimal quantity;
        try {
            quantity = value.isNumber() ? value.decimalValue() : Decimals.of(value.textValue());
        } catch (NumberFormatException e) {
            throw new WrongItem("wrong-type", field);
        } catch (ArithmeticException beyond) {
            throw new WrongItem("out-of-range", field);
        }
        if (quantity.signum() < 0 || !DecimalLimits.fits(quantity)) {
            throw new WrongItem("out-of-range", field);
        }
        return quantity;
    }

    private JsonNode required(String field) throws WrongItem {
        if (!has(field)) {
            throw new WrongItem("required", field);
        }
        return item.path(field);
    }
}
