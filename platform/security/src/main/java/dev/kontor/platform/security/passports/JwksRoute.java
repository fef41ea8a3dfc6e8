package dev.kontor.platform.security.passports;

import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the public half of the process's key, on the management port only. */
@ApplicationScoped
class JwksRoute {

    void register(@Observes ManagementInterface management, SigningKey key) {
        management.router().get("/jwks").handler(request -> request.response()
                .putHeader("Content-Type", "application/jwk-set+json")
                .putHeader("Cache-Control", "max-age=300")
                .end(key.jwks()));
    }
}
