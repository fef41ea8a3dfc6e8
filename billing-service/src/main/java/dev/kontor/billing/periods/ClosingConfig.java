package dev.kontor.billing.periods;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code kontor.billing.closing.*}. */
@ConfigMapping(prefix = "kontor.billing.closing")
interface ClosingConfig {

    /** How long after its end a month waits before it closes by itself, in business time. */
    @WithDefault("PT72H")
    Duration grace();

    /** How often this process looks for something to close, beside being told; in real time. */
    @WithDefault("1s")
    String every();

    /** How long a worker has for one partner before another may take it over, in real time. */
    @WithDefault("PT10S")
    Duration lease();

    /** How long a partner that failed waits for its next try, in real time. */
    @WithDefault("PT1S")
    Duration retryAfter();

    /** Tries before a partner that keeps failing is held back, so that the others can be finished. */
    @WithDefault("5")
    int attempts();

    /** The most partners one worker closes in one transaction. */
    @WithDefault("50")
    int together();

    /** Partners closed at the same time in this process. */
    @WithDefault("2")
    int workers();

    /** How long to wait for the inbox to catch up; if it does not, the next run tries again. */
    @WithDefault("PT30S")
    Duration catchUp();
}
