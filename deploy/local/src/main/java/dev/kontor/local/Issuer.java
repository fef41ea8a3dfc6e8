package dev.kontor.local;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** The development issuer: whoever can reach 127.0.0.1 gets any token from it. */
final class Issuer implements AutoCloseable {

    static final String ID = "kontor";

    private final MockOAuth2Server server;

    private Issuer(MockOAuth2Server server) {
        this.server = server;
    }

    static Issuer start(Ports ports, Secrets secrets) throws IOException {
        var tokens = new OAuth2TokenProvider(new KeyProvider(List.of(secrets.issuerKey()), "RS256"));
        // The server it takes by itself keeps every request for a test to look at: some 20,000, and the heap is full.
        var keepsNothing = new NettyWrapper(null);
        var server = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, tokens, Set.of(new CallerToken(ports.issuerUrl())), keepsNothing));
        server.start(InetAddress.getLoopbackAddress(), ports.issuer());
        return new Issuer(server);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
