package dev.kontor.gateway;

import dev.kontor.gateway.consent.CustomerPlane;
import dev.kontor.gateway.tokens.Tokens;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready once issuers' keys were asked for, with or without luck, and consent has caught up. */
@org.eclipse.microprofile.health.Readiness
@Singleton
class Readiness implements HealthCheck {

    private final Tokens tokens;
    private final CustomerPlane customerPlane;

    Readiness(Tokens tokens, CustomerPlane customerPlane) {
        this.tokens = tokens;
        this.customerPlane = customerPlane;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .withData("keys", tokens.ready())
                .withData("consent", customerPlane.ready())
                .status(tokens.ready() && customerPlane.ready())
                .build();
    }
}
