package dev.kontor.local;

import java.net.InetAddress;
import java.util.Set;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The issuer's web server, which answers web pages of the allowed origins only: any page that somebody on this machine looks
 * at can send requests to it, and a browser says whose page it is.
 */
final class AllowedPages implements OAuth2HttpServer {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final byte[] NO_BYTES = null;

    // The server that the library takes by itself keeps every request for a test to look at: some 20,000, and the heap
    // is full.
    private final NettyWrapper server = new NettyWrapper(null);
    private final Set<String> origins;

    /** @param origins as a browser writes them: {@code http://localhost:5173} */
    AllowedPages(Set<String> origins) {
        this.origins = origins;
    }

    boolean admits(String origin) {
        return origin == null || origins.contains(origin);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address, int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> answers) {
        server.start(
                address,
                port,
                request -> admits(request.getHeaders().get("Origin"))
                        ? challenging(answers.invoke(request))
                        : new OAuth2HttpResponse(
                                Headers.of(), FORBIDDEN, "Pages of this origin get no tokens here", NO_BYTES));
        return this;
    }

    /** RFC 6749, section 5.2: whoever tried to authenticate has to hear how. */
    private static OAuth2HttpResponse challenging(OAuth2HttpResponse answer) {
        return answer.getStatus() == UNAUTHORIZED
                ? new OAuth2HttpResponse(
                        answer.getHeaders()
                                .newBuilder()
                                .set("WWW-Authenticate", "Basic realm=\"kontor\"")
                                .build(),
                        UNAUTHORIZED,
                        answer.getBody(),
                        answer.getBytesBody())
                : answer;
    }

    @Override
    public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> answers) {
        return start(InetAddress.getLoopbackAddress(), port, answers);
    }

    @Override
    public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> answers) {
        return start(0, answers);
    }

    @Override
    public OAuth2HttpServer stop() {
        server.stop();
        return this;
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public HttpUrl url(String path) {
        return server.url(path);
    }

    @Override
    public Ssl sslConfig() {
        return server.sslConfig();
    }
}
