package dev.kontor.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.tokens.AuthorizationServers;
import dev.kontor.platform.web.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this API says of itself to who looks for a token (RFC 9728), and the challenges that lead there (RFC 6750, section 3). */
@Singleton
class ProtectedResource {

    static final String PATH = "/.well-known/oauth-protected-resource";

    /** Whoever calls this machine by one of these names sits on it. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Optional<String> publicUrl;
    private final List<String> issuers;
    private final List<String> scopes;

    ProtectedResource(
            @ConfigProperty(name = "kontor.public.url") Optional<URI> publicUrl,
            AuthorizationServers servers,
            Policy policy) {
        this.publicUrl = publicUrl.map(url -> url.toString().replaceAll("/$", ""));
        this.issuers = servers.issuers();
        this.scopes = List.copyOf(new TreeSet<>(policy.matrix().keySet()));
    }

    /** In the words of RFC 9728, section 2. */
    record Metadata(
            String resource,
            @JsonProperty("resource_name") String name,
            @JsonProperty("authorization_servers") List<String> issuers,
            @JsonProperty("scopes_supported") List<String> scopes,
            @JsonProperty("bearer_methods_supported") List<String> methods,
            @JsonProperty("resource_documentation") String documentation) {}

    /** Throws 404 where nobody said what this API is called. */
    Metadata metadata(HttpServerRequest request) {
        var url = url(request).orElseThrow(Problems::notFound);
        return new Metadata(url, "Kontor", issuers, scopes, List.of("header"), url + "/docs");
    }

    /** A challenge; {@code more} is what is wrong with the token that came, empty where none did. */
    String challenge(HttpServerRequest request, String more) {
        return "Bearer realm=\"kontor\""
                + url(request)
                        .map(url -> ", resource_metadata=\"" + url + PATH + "\"")
                        .orElse("")
                + (more.isEmpty() ? "" : ", " + more);
    }

    /**
     * What the API is called. Where no configuration says it, a caller's word counts only for this machine: anybody may
     * send a Host, and what is built from it sends people for tokens.
     */
    private Optional<String> url(HttpServerRequest request) {
        return publicUrl.or(() -> Optional.ofNullable(request.authority())
                .map(Object::toString)
                .filter(host -> LOOPBACK.matcher(host).matches())
                .map(host -> "http://" + host));
    }
}
