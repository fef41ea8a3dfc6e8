package dev.kontor.billing.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.rows.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps what an owner answered, in a transaction of its own. */
@ApplicationScoped
class Learned {

    private final Copies copies;
    private final Visibility visibility;

    Learned(Copies copies, Visibility visibility) {
        this.copies = copies;
        this.visibility = visibility;
    }

    @Transactional
    void keep(String kind, JsonNode state) {
        copies.apply(kind, state);
    }

    @Transactional
    void administrator(UUID partnerId, String subject, boolean allCustomers) {
        visibility.administrator(partnerId, subject, allCustomers);
    }

    /** Whether the subject sees the customer: directly, or through groups. */
    @Transactional
    void seen(UUID partnerId, String subject, UUID customerId, JsonNode answer) {
        if (answer.path("assigned").asBoolean()) {
            visibility.assignment(partnerId, subject, customerId, true);
        }
        answer.path("groupIds")
                .forEach(group -> visibility.grouped(partnerId, UUID.fromString(group.asText()), customerId, subject));
    }
}
