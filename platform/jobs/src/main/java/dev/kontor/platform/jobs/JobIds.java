package dev.kontor.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A job's id as callers know it: its prefix names the service, so that the gateway knows whom to ask. */
@ApplicationScoped
public class JobIds {

    private final String prefix;

    JobIds(@ConfigProperty(name = "kontor.service") String service) {
        this.prefix = service + "-";
    }

    public String shown(UUID id) {
        return prefix + id;
    }

    /** Empty where that is no id of ours. */
    public Optional<UUID> read(String shown) {
        if (!shown.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(shown.substring(prefix.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
