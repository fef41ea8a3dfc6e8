package dev.kontor.local;

import java.util.List;

/** How much of the machine the suite takes: little, to start fast beside other work, or what a load needs. */
enum Tuning {
    SMALL("-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=64m -Xms32m -Xmx192m", "64MB"),
    FULL_SPEED("-XX:ReservedCodeCacheSize=160m -Xms256m -Xmx1g", "1GB");

    static final String FLAG = "full-speed";

    private final String serviceOptions;
    private final String sharedBuffers;

    Tuning(String serviceOptions, String sharedBuffers) {
        this.serviceOptions = serviceOptions;
        this.sharedBuffers = sharedBuffers;
    }

    static Tuning of(Options options) {
        return options.flag(FLAG) ? FULL_SPEED : SMALL;
    }

    /** What a service's JVM gets. */
    List<String> serviceOptions() {
        return List.of(serviceOptions.split(" "));
    }

    /** What the JVM of Kafka and the issuer gets. */
    List<String> launcherOptions() {
        return this == SMALL ? List.of("-XX:TieredStopAtLevel=1", "-Xmx256m") : List.of("-Xmx512m");
    }

    /** PostgreSQL's {@code shared_buffers}. */
    String sharedBuffers() {
        return sharedBuffers;
    }
}
