package dev.kontor.licensing.catalogue;

import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

/** Tells the others of products that came by migration. */
@ApplicationScoped
class CatalogueStart {

    @Produces
    Topic topic() {
        return Topic.compacted("kontor.licensing.v1");
    }

    void tell(@Observes StartupEvent start, Catalogue catalogue) {
        RowScope.worker().run(catalogue::announceNew);
    }
}
