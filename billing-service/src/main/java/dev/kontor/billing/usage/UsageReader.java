package dev.kontor.billing.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.billing.counting.DecimalLimits;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;

/** Reads calls item by item: one that is wrong never blocks the rest. */
@Singleton
class UsageReader {

    private static final Set<String> FIELDS = Set.of("eventId", "customerId", "product", "observedAt", "quantity");
    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_EVENT_ID = 128;
    private static final int LONGEST_PRODUCT = 100;

    private final ObjectMapper mapper;

    UsageReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Says what is wrong with one item. */
    private static final class WrongItem extends Exception {
        private final String reason;
        private final String field;

        WrongItem(String reason, String field) {
            super(reason, null, false, false);
            this.reason = reason;
            this.field = field;
        }
    }

    /** A JSON array. */
    PostedUsage array(JsonNode body) {
        if (body == null || !body.isArray()) {
            throw Problems.invalid(InputError.pointer("", "wrong-type", "array"));
        }
        PostedUsage posted = new PostedUsage(new ArrayList<>(), new ArrayList<>());
        for (JsonNode item : body) {
            add(posted, item);
        }
        return posted;
    }

    /** Newline-delimited JSON; empty lines are passed over. */
    PostedUsage lines(InputStream body) {
        PostedUsage posted = new PostedUsage(new ArrayList<>(), new ArrayList<>());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    add(posted, line);
                }
            }
        } catch (IOException e) {
            throw Problems.malformedJson();
        }
        return posted;
    }

    private void add(PostedUsage posted, String line) {
        JsonNode item;
        try {
            item = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            posted.refused().add(NotStored.refused(posted.received(), null, "malformed-json", null));
            return;
        }
        add(posted, item);
    }

    private static void add(PostedUsage posted, JsonNode item) {
        int index = posted.received();
        if (index == PostedUsage.MOST) {
            throw Problem.of(413, "too-large");
        }
        try {
            posted.items().add(read(index, item));
        } catch (WrongItem wrong) {
            String eventId =
                    item.path("eventId").isTextual() ? item.path("eventId").textValue() : null;
            posted.refused().add(NotStored.refused(index, eventId, wrong.reason, wrong.field));
        }
    }

    private static UsageItem read(int index, JsonNode item) throws WrongItem {
        if (!item.isObject()) {
            throw new WrongItem("wrong-type", null);
        }
        for (Iterator<String> names = item.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new WrongItem("unknown-field", name);
            }
        }
        return new UsageItem(
                index,
                text(item, "eventId", LONGEST_EVENT_ID),
                id(item, "customerId"),
                text(item, "product", LONGEST_PRODUCT),
                instant(item, "observedAt"),
                quantity(item, "quantity"));
    }

    private static String text(JsonNode item, String field, int longest) throws WrongItem {
        String text = required(item, field).textValue();
        if (text == null) {
            throw new WrongItem("wrong-type", field);
        }
        // PostgreSQL's text can't hold it.
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new WrongItem("length", field);
        }
        return text;
    }

    private static UUID id(JsonNode item, String field) throws WrongItem {
        String text = text(item, field, 36);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new WrongItem("wrong-type", field);
        }
    }

    private static Instant instant(JsonNode item, String field) throws WrongItem {
        try {
            Instant instant =
                    OffsetDateTime.parse(text(item, field, 40)).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(FIRST_DAY)) {
                throw new WrongItem("out-of-range", field);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new WrongItem("wrong-type", field);
        }
    }

    private static BigDecimal quantity(JsonNode item, String field) throws WrongItem {
        JsonNode value = required(item, field);
        if (!value.isNumber() && !value.isTextual()) {
            throw new WrongItem("wrong-type", field);
        }
        BigDecimal quantity;
        try {
            quantity = new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            throw new WrongItem("wrong-type", field);
        }
        if (quantity.signum() < 0 || !DecimalLimits.fits(quantity)) {
            throw new WrongItem("out-of-range", field);
        }
        return quantity;
    }

    private static JsonNode required(JsonNode item, String field) throws WrongItem {
        JsonNode value = item.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new WrongItem("required", field);
        }
        return value;
    }
}
