package dev.kontor.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code kontor.messaging.*}. */
@ConfigMapping(prefix = "kontor.messaging")
interface MessagingConfig {

    /** How often the outbox is looked at when nothing woke the relay, in real time. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** How many records one transaction of relay or inbox handles. */
    @WithDefault("500")
    int batch();

    /** How often a record is tried before it becomes a dead letter. */
    @WithDefault("5")
    int attempts();
}
