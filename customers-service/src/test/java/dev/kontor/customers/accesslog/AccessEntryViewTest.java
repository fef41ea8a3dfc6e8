package dev.kontor.customers.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What readers see where a person was erased (domain.md rule 43). */
class AccessEntryViewTest {

    @Test
    void valuesAreShownAsTheyAre() {
        var view = AccessEntryView.of(Link.behind(ChainHead.start(UUID.randomUUID()), entry("jana", "support")));

        assertThat(view.subject()).isEqualTo("jana");
        assertThat(view.actor()).isEqualTo("support");
    }

    @Test
    void anErasedValueIsShownAsErasedAndNoneAsNone() {
        var erased = new Commitment(null, new byte[32]);

        assertThat(AccessEntryView.of(new Link(entry(null, null), erased, erased, 1, new byte[32])))
                .extracting(AccessEntryView::subject, AccessEntryView::actor)
                .containsExactly("erased", "erased");
        assertThat(AccessEntryView.of(new Link(entry(null, null), erased, null, 1, new byte[32]))
                        .actor())
                .isNull();
    }

    private static AccessEntry entry(String subject, String actor) {
        return new AccessEntry(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                subject,
                "partner-admin",
                actor,
                "POST /v1/customers/{id}/launch",
                "/v1/customers/1/launch",
                "allowed",
                null,
                Instant.parse("2026-11-01T08:00:00Z"),
                "0af7651916cd43dd8448eb211c80319c");
    }
}
