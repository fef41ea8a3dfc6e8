package dev.kontor.reporting.exportjobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code kontor.reporting.export-jobs.*}; all in real time. */
@ConfigMapping(prefix = "kontor.reporting.export-jobs")
interface ExportJobConfig {

    /** How often this process looks for a job, beside being told. */
    @WithDefault("1s")
    String every();

    /** How many customers a worker takes at a time. */
    @WithDefault("20")
    int batch();

    /** How long it has for them before another may take them over. */
    @WithDefault("PT30S")
    Duration lease();

    /** How long a customer whose export failed waits for its next try. */
    @WithDefault("PT1S")
    Duration retryAfter();

    /** Tries before a customer whose export keeps failing is refused, so that the job can end. */
    @WithDefault("5")
    int attempts();

    /** Customers worked on at the same time in this process. */
    @WithDefault("2")
    int workers();

    /** How long a finished job can be read. */
    @WithDefault("P90D")
    Duration keep();
}
