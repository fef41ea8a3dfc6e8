package dev.kontor.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

/** Counts and times requests by route, never by path: paths hold ids. */
@Singleton
class RequestMetrics {

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void measure(Call call) {
        var sample = Timer.start(registry);
        var response = call.request.response();
        response.endHandler(ended -> sample.stop(registry.timer(
                "kontor.gateway.requests",
                "route",
                call.routeName(),
                "status",
                Integer.toString(response.getStatusCode()))));
    }
}
