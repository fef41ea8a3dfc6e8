package dev.kontor.gateway.requests;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Counts and times requests by route, never by path: paths hold ids. */
@Singleton
class RequestMetrics {

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(FinishedRequest request) {
        registry.timer(
                        "kontor.gateway.requests",
                        "route",
                        request.route(),
                        "status",
                        Integer.toString(request.status()))
                .record(request.nanos(), TimeUnit.NANOSECONDS);
    }
}
