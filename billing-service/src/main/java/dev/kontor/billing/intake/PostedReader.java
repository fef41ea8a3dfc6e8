package dev.kontor.billing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/** Reads calls item by item: one that is wrong never blocks the rest. */
@Singleton
class PostedReader {

    private final ObjectMapper mapper;

    PostedReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** How one item is read. */
    @FunctionalInterface
    interface Form<T> {
        T read(int index, Fields item) throws WrongItem;
    }

    /** A JSON array. */
    <T extends Reported> Posted<T> array(JsonNode body, Form<T> form) {
        if (body == null || !body.isArray()) {
            throw Problems.invalid(InputError.pointer("", "not-a-list"));
        }
        Posted<T> posted = none();
        for (JsonNode item : body) {
            add(posted, item, form);
        }
        return posted;
    }

    /** A single item. */
    <T extends Reported> Posted<T> one(JsonNode item, Form<T> form) {
        Posted<T> posted = none();
        add(posted, item, form);
        return posted;
    }

    /** Newline-delimited JSON, as it comes in; empty lines are passed over. */
    <T extends Reported> Posted<T> lines(InputStream body, Form<T> form) {
        Posted<T> posted = none();
        try {
            BoundedLines lines = new BoundedLines(body);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.cut()) {
                    refuse(posted, null, new WrongItem("length", null));
                } else if (!line.isBlank()) {
                    add(posted, line, form);
                }
            }
        } catch (IOException e) {
            throw Problems.malformedJson();
        }
        return posted;
    }

    private <T extends Reported> void add(Posted<T> posted, String line, Form<T> form) {
        JsonNode item;
        try {
            item = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            refuse(posted, null, new WrongItem("malformed-json", null));
            return;
        }
        add(posted, item, form);
    }

    private static <T extends Reported> void add(Posted<T> posted, JsonNode item, Form<T> form) {
        requireRoom(posted);
        try {
            posted.items().add(form.read(posted.received(), Fields.of(item)));
        } catch (WrongItem wrong) {
            refuse(posted, eventId(item), wrong);
        }
    }

    private static void refuse(Posted<?> posted, String eventId, WrongItem wrong) {
        requireRoom(posted);
        posted.refused().add(NotStored.refused(posted.received(), eventId, wrong.reason(), wrong.field()));
    }

    /** Null where it is none that could be told again. */
    private static String eventId(JsonNode item) {
        try {
            return Fields.of(item).text("eventId", Fields.LONGEST_EVENT_ID);
        } catch (WrongItem e) {
            return null;
        }
    }

    private static void requireRoom(Posted<?> posted) {
        if (posted.received() == Posted.MOST) {
            throw CommonProblem.TOO_LARGE.problem();
        }
    }

    private static <T extends Reported> Posted<T> none() {
        return new Posted<>(new ArrayList<>(), new ArrayList<>());
    }
}
