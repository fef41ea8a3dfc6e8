package dev.kontor.customers.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while what was published of the access log does not hold: somebody has to look. Once it is known why,
 * {@code kontor.evidence.loss-known} lets the service go on; {@code verification} says no all the same.
 */
@Readiness
@ApplicationScoped
class EvidenceReadiness implements HealthCheck {

    private final PublishedRoots published;
    private final boolean lossKnown;

    EvidenceReadiness(
            PublishedRoots published,
            @ConfigProperty(name = "kontor.evidence.loss-known", defaultValue = "false") boolean lossKnown) {
        this.published = published;
        this.lossKnown = lossKnown;
    }

    @Override
    public HealthCheckResponse call() {
        var holds = published.known();
        return HealthCheckResponse.named("access-log-evidence")
                .withData("holds", holds)
                .status(holds || lossKnown)
                .build();
    }
}
