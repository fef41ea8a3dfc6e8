package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as {@code contracts/events} writes it down, for both sides: what its producer tells is held against it, and what its
 * consumers are told in tests is made of it, with values of their own where the contract has such a field.
 */
public final class Contract {

    private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final Set<String> TOPICS =
            all().stream().map(Contract::topic).collect(Collectors.toUnmodifiableSet());

    private final JsonNode written;
    private final JsonNode body;
    private String key;

    private Contract(JsonNode written) {
        this.written = written;
        this.body = written.required("body").deepCopy();
        this.key = written.required("key").asText();
    }

    /** The event of that type. */
    public static Contract of(String type) {
        return new Contract(READ.computeIfAbsent(type, Contract::ofType));
    }

    /** Every one there is. */
    static List<Contract> all() {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .map(Contract::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of an aggregate of another name; {@code customer/…} takes the place of {@code customer/…}. */
    public Contract key(String other) {
        assertThat(kind(other)).as("the kind of " + other).isEqualTo(kind(key));
        assertThat(other.split("/", -1)).hasSameSizeAs(key.split("/", -1));
        key = other;
        return this;
    }

    /**
     * The same with another value at a path such as {@code state.licenses.0.endAt}; refused where the contract has no such field,
     * or one of another form.
     */
    public Contract with(String path, Object value) {
        var dot = path.lastIndexOf('.');
        var field = path.substring(dot + 1);
        var holder = dot < 0 ? body : body.at("/" + path.substring(0, dot).replace('.', '/'));
        var node = JSON.<JsonNode>valueToTree(value);
        if (holder instanceof ArrayNode list && list.has(Integer.parseInt(field))) {
            requireAlike(path, list.get(Integer.parseInt(field)), node);
            list.set(Integer.parseInt(field), node);
        } else if (holder instanceof ObjectNode object && object.has(field)) {
            requireAlike(path, object.get(field), node);
            object.set(field, node);
        } else {
            throw new AssertionError(type() + " has no " + path);
        }
        return this;
    }

    /** The same with nothing but the first in the list at that path. */
    public Contract keepFirst(String path) {
        var list = body.at("/" + path.replace('.', '/'));
        return with(path, List.of(list.required(0)));
    }

    public String key() {
        return key;
    }

    public String topic() {
        return written.required("topic").asText();
    }

    public String type() {
        return written.required("type").asText();
    }

    /** What happened and the state after it; null for a tombstone. */
    public JsonNode body() {
        return body;
    }

    public ObjectNode state() {
        return (ObjectNode) body.required("state");
    }

    /** Tells it as its producer would. */
    public UUID send(UUID partnerId) {
        return send(UUID.randomUUID(), partnerId);
    }

    /** The same with an id of its own, to send one record twice. */
    public UUID send(UUID id, UUID partnerId) {
        return Facts.send(id, topic(), key, type(), partnerId, body.isNull() ? null : body.toString());
    }

    /** Holds a record against the contract: topic, key, type and body, but for ids, instants and durations. */
    public void assertTold(ConsumerRecord<String, String> told) {
        assertThat(told.topic()).isEqualTo(topic());
        assertThat(plain(told.key())).isEqualTo(plain(key));
        assertThat(Facts.header(told, "ce_type")).isEqualTo(type());
        var value = told.value() == null ? "null" : told.value();
        assertThat(read(plain(value))).isEqualTo(read(plain(body.toString())));
    }

    /** Holds a record against the contract's form alone, whatever its values. */
    public void assertForm(ConsumerRecord<String, String> told) {
        assertThat(Facts.header(told, "ce_type")).isEqualTo(type());
        requireKept(told.topic(), type(), told.value());
    }

    /**
     * Waits until the consumer under test has a row made of it.
     *
     * @param columns {@code column=field} each, as in {@code account_type=accountType}; the first one finds the row
     */
    public Contract assertKept(String table, String... columns) {
        Kept.check(this, table, columns);
        return this;
    }

    /** The JSON that a record carries. */
    public static JsonNode read(ConsumerRecord<String, String> record) {
        return read(record.value());
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a record on a topic of contracts that has not the form of its type. */
    static void requireKept(String topic, String type, String json) {
        if (!TOPICS.contains(topic)) {
            return;
        }
        var of = READ.computeIfAbsent(type, Contract::ofType);
        assertThat(topic)
                .as("the topic of " + type)
                .isEqualTo(of.required("topic").asText());
        requireAlike(type, of.required("body"), read(json == null ? "null" : json));
    }

    private static void requireAlike(String where, JsonNode written, JsonNode other) {
        if (written.isObject() && other.isObject()) {
            assertThat(names(other)).as("fields of " + where).isEqualTo(names(written));
            written.properties()
                    .forEach(field ->
                            requireAlike(where + "." + field.getKey(), field.getValue(), other.get(field.getKey())));
        } else if (written.isArray() && other.isArray()) {
            if (!written.isEmpty()) {
                other.forEach(one -> requireAlike(where + ".0", written.get(0), one));
            }
        } else if (!written.isNull() && !other.isNull()) {
            assertThat(other.getNodeType()).as("the form of " + where).isEqualTo(written.getNodeType());
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String kind(String key) {
        return key.contains("/") ? key.substring(0, key.indexOf('/')) : "";
    }

    /** With what differs from test to test replaced. */
    private static String plain(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "time")
                .replaceAll("\"PT[0-9HMS.]+\"", "\"duration\"");
    }

    private static JsonNode ofType(String type) {
        try {
            return JSON.readTree(folder().resolve(type + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("kontor.root"), "contracts", "events");
    }
}
