package dev.kontor.gateway.requests;

import jakarta.inject.Singleton;

/** Where finished requests go. */
@Singleton
public class RequestRecords {

    private final RequestMetrics metrics;
    private final RequestLog log;

    RequestRecords(RequestMetrics metrics, RequestLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    public void keep(FinishedRequest request) {
        metrics.count(request);
        log.write(request);
    }
}
