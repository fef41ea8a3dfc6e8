package dev.kontor.licensing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A customer of a partner of its own, as customers-service tells of it. */
public final class Situation {

    public static final String CUSTOMERS = "kontor.customers.v1";
    public static final String LICENSING = "kontor.licensing.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID partner = Ids.next();
    public final UUID customer = Ids.next();
    public final Instant createdAt = TestClock.now().truncatedTo(ChronoUnit.MICROS);
    private final ObjectNode state;

    private Situation(String accountType, String... products) {
        state = (ObjectNode) example("customer.created.json").get("state");
        state.put("id", customer.toString())
                .put("partnerId", partner.toString())
                .put("accountType", accountType)
                .put("createdAt", createdAt.toString());
        state.replace("products", JSON.valueToTree(List.of(products)));
    }

    public static Situation aTrialOf(String... products) {
        return new Situation("trial", products);
    }

    public static Situation aMonthlyAccountWith(String... products) {
        return new Situation("monthly", products);
    }

    public static Situation aTermAccount() {
        return new Situation("term");
    }

    public static Situation aManagedAccount() {
        return new Situation("managed-order");
    }

    /** A name of its own. */
    public String name() {
        return "Kern " + customer;
    }

    /** Leaves its partner for the vendor, as customers-service tells it. */
    public Situation leaves(Instant at, String accountType) {
        state.put("disconnectedAt", at.toString())
                .put("updatedAt", at.toString())
                .put("accountType", accountType);
        return movesTo(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    }

    /** Its state as the record and the answer of customers-service hold it. */
    public ObjectNode state() {
        return state;
    }

    public Situation version(long version) {
        state.put("version", version);
        return this;
    }

    public Situation movesTo(UUID otherPartner) {
        state.put("partnerId", otherPartner.toString());
        return this;
    }

    /** Sends the record of a creation, with the state as it is now. */
    public Situation told() {
        return told(Ids.next());
    }

    public Situation told(UUID recordId) {
        var body = JSON.createObjectNode();
        body.putObject("event").put("by", "somebody");
        body.set("state", state);
        var owner = UUID.fromString(state.get("partnerId").asText());
        Facts.send(recordId, CUSTOMERS, "customer/" + customer, "customer.created", owner, body.toString());
        return this;
    }

    /** What customers-service answers when asked for it. */
    public String answer(boolean assigned) {
        var answer = JSON.createObjectNode();
        answer.set("customer", state);
        answer.putNull("consent").putNull("administrator").put("assigned", assigned);
        return answer.toString();
    }

    /** Waits for the state of its licences with that summary. */
    public JsonNode awaitLicenses(String status) {
        return read(Facts.await(
                LICENSING,
                record -> isOfThis(record)
                        && read(record).at("/state/status").asText().equals(status)));
    }

    public boolean isOfThis(ConsumerRecord<String, String> record) {
        return record.key().equals("licenses/" + customer);
    }

    public static JsonNode read(ConsumerRecord<String, String> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode example(String file) {
        try (var in = Situation.class.getResourceAsStream("/events/" + file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same JSON with every id and instant replaced, to compare with an example. */
    public static JsonNode withoutIdsAndTimes(JsonNode node) {
        var text = node.toString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "time");
        try {
            var plain = JSON.readTree(text);
            var licenses = (ArrayNode) plain.at("/state/licenses");
            var sorted = JSON.createArrayNode();
            licenses.valueStream()
                    .sorted(java.util.Comparator.comparing(l -> l.get("product").asText()))
                    .forEach(sorted::add);
            ((ObjectNode) plain.get("state")).set("licenses", sorted);
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
