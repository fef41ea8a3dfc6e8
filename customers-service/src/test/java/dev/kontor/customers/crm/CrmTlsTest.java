package dev.kontor.customers.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call goes to the address that was judged, and TLS still holds it to the host's name. */
class CrmTlsTest {

    private static final CrmConfig CONFIG =
            new SmallRyeConfigBuilder().withMapping(CrmConfig.class).build().getConfigMapping(CrmConfig.class);
    private static final String PASSWORD = "for-tests-only";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> indicated = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void theHostIsIndicatedAndItsCertificateIsBelieved() throws Exception {
        var certificate = certificateOf("crm.example.com");

        assertThat(call(certificate, certificate)).isEqualTo(204);
        assertThat(indicated).containsExactly("crm.example.com");
        assertThat(lookUps)
                .as("what DNS says after the judgement counts for nothing")
                .hasValue(1);
    }

    @Test
    void aCertificateForAnotherHostIsNotBelieved() throws Exception {
        var certificate = certificateOf("other.example.com");

        assertThatThrownBy(() -> call(certificate, certificate)).hasMessage("unreachable");
        assertThat(indicated).isEmpty();
    }

    @Test
    void aCertificateOfNobodyWeTrustIsNotBelieved() throws Exception {
        assertThatThrownBy(() -> call(certificateOf("crm.example.com"), null)).hasMessage("unreachable");
        assertThat(indicated).isEmpty();
    }

    private int call(Path served, Path trusted) throws Exception {
        var port = serve(served).actualPort();
        var options = new HttpClientOptions();
        if (trusted != null) {
            options.setTrustOptions(pfx(trusted));
        }
        var guard = new AddressGuard(true, host -> {
            lookUps.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        var url = CrmUrl.read("https://crm.example.com:" + port).orElseThrow();
        return new CrmHttp(vertx, guard, CONFIG, options)
                .send(HttpMethod.PATCH, url, "/x", Map.of(), "{}")
                .status();
    }

    private HttpServer serve(Path certificate) throws Exception {
        var options = new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(pfx(certificate));
        return vertx.createHttpServer(options)
                .requestHandler(request -> {
                    indicated.add(request.connection().indicatedServerName());
                    request.response().setStatusCode(204).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static PfxOptions pfx(Path file) {
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }

    private Path certificateOf(String host) throws IOException, InterruptedException {
        var file = folder.resolve(host + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "crm",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assertThat(made).isZero();
        return file;
    }
}
