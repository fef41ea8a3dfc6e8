package dev.kontor.gateway.upstream;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One breaker for each service, so that one that is away keeps nobody from the others. */
@Singleton
public class CircuitBreakers {

    private final Map<URI, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    public CircuitBreaker of(URI service) {
        return breakers.computeIfAbsent(service, x -> new CircuitBreaker(System::nanoTime));
    }
}
