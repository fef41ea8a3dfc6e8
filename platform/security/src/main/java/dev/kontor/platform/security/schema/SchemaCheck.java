package dev.kontor.platform.security.schema;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/**
 * Does not serve on a schema that is older than the package: migrations run in a process of their own, the only one that has
 * the owner's password (architecture decision 13). One that is newer is well: the next version's migrations run before it.
 */
@ApplicationScoped
class SchemaCheck {

    private final Flyway flyway;

    SchemaCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Before anything else looks into the database. */
    void requireMigrated(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent started) {
        var pending = Arrays.stream(flyway.info().pending())
                .map(migration -> migration.getScript())
                .collect(Collectors.joining(", "));
        if (!pending.isEmpty()) {
            throw new IllegalStateException(
                    "The schema is older than this package; start it with KONTOR_MIGRATE=true as the owner first. Missing: "
                            + pending);
        }
    }
}
