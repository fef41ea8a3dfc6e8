package dev.kontor.gateway.tokens;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Where callers can get tokens that are believed here. */
@Singleton
public class AuthorizationServers {

    private final IssuerSettings settings;

    AuthorizationServers(IssuerSettings settings) {
        this.settings = settings;
    }

    /** Every issuer's identifier, the default one's first. */
    public List<String> issuers() {
        var others = new TreeMap<>(settings.byAlias());
        var all = new ArrayList<String>();
        all.add(others.remove(ConfiguredIdentity.DEFAULT_ALIAS).issuer());
        others.values().forEach(issuer -> all.add(issuer.issuer()));
        return List.copyOf(all);
    }

    /** Where the default issuer describes itself (OpenID Connect Discovery 1.0, section 4). */
    public String discovery() {
        return byDefault().issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
    }

    /** Where clients of the default issuer get their tokens; empty where nobody said so. */
    public Optional<URI> tokenEndpoint() {
        return byDefault().tokenEndpoint();
    }

    private IssuerSettings.Issuer byDefault() {
        return settings.byAlias().get(ConfiguredIdentity.DEFAULT_ALIAS);
    }
}
