package dev.kontor.gateway.browsers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The web origins whose pages may call the API, {@code kontor.cors.origins}: none unless they are listed. A {@code *} for
 * the port ({@code http://localhost:*}) is for developers' machines.
 */
@Singleton
class Origins {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");
    private static final String ANY_PORT = ":*";

    private final Set<String> exact = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();

    @Inject
    Origins(@ConfigProperty(name = "kontor.cors.origins") Optional<List<String>> origins) {
        this(origins.orElse(List.of()));
    }

    Origins(List<String> origins) {
        for (var origin : origins) {
            var written = origin.endsWith(ANY_PORT) ? origin.substring(0, origin.length() - ANY_PORT.length()) : origin;
            if (!ORIGIN.matcher(written).matches()) {
                throw new IllegalArgumentException("kontor.cors.origins: \"" + origin + "\" is no origin");
            }
            (written.equals(origin) ? exact : hosts).add(written);
        }
    }

    boolean areNone() {
        return exact.isEmpty() && hosts.isEmpty();
    }

    boolean allow(String origin) {
        if (origin == null || !ORIGIN.matcher(origin).matches()) {
            return false;
        }
        int colon = origin.lastIndexOf(':');
        var host = colon > "https:".length() ? origin.substring(0, colon) : origin;
        return exact.contains(origin) || hosts.contains(host);
    }
}
