package dev.kontor.local;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The development issuer: whoever can reach 127.0.0.1 gets any token from it, but for web pages that nobody allowed; a partner's
 * automation client gets its own for its secret.
 */
final class Issuer implements AutoCloseable {

    static final String ID = "kontor";

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private final MockOAuth2Server server;

    private Issuer(MockOAuth2Server server) {
        this.server = server;
    }

    /**
     * What a start may say of it.
     *
     * @param tokenLife how long its tokens live
     * @param origins whose web pages get tokens, and may call the API
     */
    record Settings(Duration tokenLife, Set<String> origins) {

        static final Settings DEFAULT = new Settings(CallerToken.LIFE, Set.of());

        static Settings of(Options options) {
            return new Settings(
                    options.value("token-life").map(CallerToken::life).orElse(CallerToken.LIFE),
                    options.all("origin").stream()
                            .map(Settings::origin)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        /** As a browser writes it; anybody can have a page, so that it has to be one of this machine. */
        private static String origin(String url) {
            var origin = url.toLowerCase(Locale.ROOT).replaceAll("/$", "");
            if (!LOOPBACK.matcher(origin).matches()) {
                throw new Refusal("--origin takes an origin of this machine, like http://localhost:5173, not " + url);
            }
            return origin;
        }
    }

    static Issuer start(Ports ports, Secrets secrets, Settings settings) throws IOException {
        var tokens = new OAuth2TokenProvider(new KeyProvider(List.of(secrets.issuerKey()), "RS256"));
        var callers = new CallerToken(ports.issuerUrl(), settings.tokenLife(), Clients.of(secrets));
        var server = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, tokens, Set.of(callers), new AllowedPages(settings.origins())));
        server.start(InetAddress.getLoopbackAddress(), ports.issuer());
        return new Issuer(server);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
