package dev.kontor.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The base URLs of the services, {@code kontor.services.customers} and so on. */
@ConfigMapping(prefix = "kontor.services")
public interface Services {
    URI customers();

    URI licensing();

    URI billing();

    URI reporting();

    /** The service of that name; empty for any other word. */
    default Optional<URI> named(String service) {
        return Optional.ofNullable(
                switch (service) {
                    case "customers" -> customers();
                    case "licensing" -> licensing();
                    case "billing" -> billing();
                    case "reporting" -> reporting();
                    default -> null;
                });
    }
}
