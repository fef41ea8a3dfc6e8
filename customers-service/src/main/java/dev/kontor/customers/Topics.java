package dev.kontor.customers;

import dev.kontor.platform.kafka.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The topics this service writes or, for the access log, reads alone. */
public final class Topics {

    public static final String CUSTOMERS = "kontor.customers.v1";
    public static final String CONSENT = "kontor.consent.v1";
    public static final String ACCESS = "kontor.access.v1";
    public static final String EVIDENCE = "kontor.evidence.v1";

    private Topics() {}

    @Produces
    @Singleton
    static Topic customers() {
        return Topic.compacted(CUSTOMERS);
    }

    @Produces
    @Singleton
    static Topic consent() {
        return Topic.compactedSoon(CONSENT);
    }

    @Produces
    @Singleton
    static Topic access() {
        return Topic.kept(ACCESS);
    }

    @Produces
    @Singleton
    static Topic evidence() {
        return Topic.kept(EVIDENCE).inOnePartition();
    }
}
