package dev.kontor.local;

import java.util.List;

/** How much of the machine the suite takes: little, to start fast beside other work, or what a load needs. */
enum Tuning {
    SMALL("-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=64m -Xms32m -Xmx192m", "64MB", "1GB"),
    FULL_SPEED("-XX:ReservedCodeCacheSize=160m -Xms1g -Xmx1g", "4GB", "4GB");

    static final String FLAG = "full-speed";

    private final String serviceOptions;
    private final String sharedBuffers;
    private final String maxWalSize;

    Tuning(String serviceOptions, String sharedBuffers, String maxWalSize) {
        this.serviceOptions = serviceOptions;
        this.sharedBuffers = sharedBuffers;
        this.maxWalSize = maxWalSize;
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

    /** PostgreSQL's {@code max_wal_size}: the more, the fewer checkpoints, each of which makes every page be logged whole. */
    String maxWalSize() {
        return maxWalSize;
    }
}
