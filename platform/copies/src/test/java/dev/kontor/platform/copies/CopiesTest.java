package dev.kontor.platform.copies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.ReceivedFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Partner(String id, String name) {}

    private final List<Partner> kept = new ArrayList<>();
    private final Copies copies = new Copies(
            List.of(new Copy<>("kontor.customers.v1", "partner", Partner.class, kept::add)), null, new States(JSON));

    @Test
    void aStateIsTakenFromTheTopicOfItsOwner() {
        copies.on(told("kontor.customers.v1", "p", "Nordwind"));

        assertThat(kept).containsExactly(new Partner("p", "Nordwind"));
    }

    /** {@code contracts/events/partner-programs.changed.json} has a partner's key, and nothing but its programs. */
    @Test
    void whatAnotherTopicTellsOfTheSameThingIsNoStateOfIt() {
        copies.on(told("kontor.consent.v1", "p", null));

        assertThat(kept).isEmpty();
    }

    private static ReceivedFact told(String topic, String id, String name) {
        var state = JSON.createObjectNode().put("id", id);
        if (name != null) {
            state.put("name", name);
        }
        return new ReceivedFact(
                UUID.randomUUID(),
                topic,
                "partner/" + id,
                "partner.told",
                null,
                Instant.EPOCH,
                JSON.createObjectNode(),
                state);
    }
}
