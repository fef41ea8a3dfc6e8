package dev.kontor.platform.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code kontor.jobs.*}. */
@ConfigMapping(prefix = "kontor.jobs")
interface JobsConfig {

    /** How many items this process works on at the same time; more than one partner may ever take. */
    @WithDefault("4")
    int runners();

    /** How often a runner that has nothing to do looks, beside being told; in real time. */
    @WithDefault("PT1S")
    Duration every();

    /** How many jobs of one partner may be open at once. */
    @WithDefault("50")
    int open();

    /** How long a job that has ended can be read; in real time. */
    @WithDefault("P90D")
    Duration keep();
}
