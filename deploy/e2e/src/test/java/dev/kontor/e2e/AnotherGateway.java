package dev.kontor.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A second replica of a suite's gateway, with what the first one has in its environment and ports of its own. */
final class AnotherGateway implements AutoCloseable {

    private static final int PORT = 40;
    private static final int MANAGEMENT = 41;

    private final int port;
    private final Process process;

    private AnotherGateway(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Beside the suite in {@code home}; it is ready when this returns. */
    static AnotherGateway start(Path home, int suitePort, List<String> services) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = Path.of(System.getProperty("kontor.root"), "gateway", "target", "quarkus-app", "quarkus-run.jar");
        var command = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        home.resolve("logs").resolve("another-gateway.log").toFile());
        var environment = command.environment();
        environment.putAll(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                String.valueOf(suitePort + PORT),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(suitePort + MANAGEMENT),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + (suitePort + 21),
                "KONTOR_SIGNING_KEY",
                home.resolve("secrets/gateway.pem").toString(),
                "KONTOR_ISSUERS_DEFAULT_ISSUER",
                issuer(suitePort),
                "KONTOR_ISSUERS_DEFAULT_JWKS",
                issuer(suitePort) + "/jwks",
                "KONTOR_ISSUERS_DEFAULT_AUDIENCE",
                "kontor"));
        for (var service : services) {
            var name = service.toUpperCase(Locale.ROOT);
            var place = suitePort + services.indexOf(service);
            environment.put("KONTOR_SERVICES_" + name, "http://127.0.0.1:" + place);
            environment.put("KONTOR_TRUST_" + name, "http://127.0.0.1:" + (place + 10) + "/jwks");
        }
        var gateway = new AnotherGateway(suitePort + PORT, command.start());
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> gateway.isReady(suitePort + MANAGEMENT));
        } catch (RuntimeException | Error never) {
            gateway.close();
            throw never;
        }
        return gateway;
    }

    private static String issuer(int suitePort) {
        return "http://127.0.0.1:" + (suitePort + 20) + "/kontor";
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean isReady(int management) {
        if (!process.isAlive()) {
            throw new IllegalStateException("the other gateway ended with " + process.exitValue());
        }
        try {
            return given().get("http://127.0.0.1:" + management + "/q/health/ready")
                            .statusCode()
                    == 200;
        } catch (Exception notYet) {
            // REST Assured throws checked exceptions it does not declare: nobody listens there yet.
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
