package dev.kontor.platform.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.util.Optional;

/** {@code kontor.clock.*}: off in production. */
@ConfigMapping(prefix = "kontor.clock")
interface ClockConfig {

    /** Whether business time may be moved at all. */
    @WithDefault("false")
    boolean movable();

    /** Where business time begins in a database that has no offset yet. */
    Optional<Instant> start();
}
