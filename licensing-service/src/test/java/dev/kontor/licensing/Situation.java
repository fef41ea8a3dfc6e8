package dev.kontor.licensing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.Contract;
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

    public static final String LICENSING = "kontor.licensing.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID partner = Ids.next();
    public final UUID customer = Ids.next();
    public final Instant createdAt = TestClock.now().truncatedTo(ChronoUnit.MICROS);
    private final Contract told;

    private Situation(String accountType, String... products) {
        told = Contract.of("customer.created")
                .key("customer/" + customer)
                .with("state.id", customer)
                .with("state.partnerId", partner)
                .with("state.accountType", accountType)
                .with("state.createdAt", createdAt)
                .with("state.products", List.of(products))
                .with("state.version", 1);
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
        told.with("state.disconnectedAt", at).with("state.updatedAt", at).with("state.accountType", accountType);
        return movesTo(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    }

    /** Its state as the record and the answer of customers-service hold it. */
    public ObjectNode state() {
        return told.state();
    }

    public Situation version(long version) {
        told.with("state.version", version);
        return this;
    }

    public Situation movesTo(UUID otherPartner) {
        told.with("state.partnerId", otherPartner);
        return this;
    }

    /** Sends the record of a creation, with the state as it is now. */
    public Situation told() {
        return told(Ids.next());
    }

    public Situation told(UUID recordId) {
        told.send(recordId, UUID.fromString(state().get("partnerId").asText()));
        return this;
    }

    /** What customers-service answers when asked for it. */
    public String answer(boolean assigned) {
        var answer = JSON.createObjectNode();
        answer.set("customer", state());
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
