package dev.kontor.e2e;

import static dev.kontor.e2e.Caller.answered;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One suite for all end-to-end tests, started by {@code deploy/up} on ports of its own and stopped with the last test. */
final class RunningSuite implements ParameterResolver {

    private static final ExtensionContext.Namespace SUITE = ExtensionContext.Namespace.create(RunningSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(SUITE).computeIfAbsent(Suite.class, type -> Suite.start(), Suite.class);
    }

    /** The suite as its user sees it. */
    static final class Suite implements AutoCloseable {

        /** In the order of their ports. */
        private static final List<String> SERVICES =
                List.of("gateway", "customers", "licensing", "billing", "reporting");

        private final Path home;
        private final int port;
        private final Script script;
        private final boolean own;

        private Suite(Path home, int port, boolean own) {
            this.own = own;
            this.home = home;
            this.port = port;
            this.script = new Script(home);
        }

        /** Starts a suite, or takes the one that runs in {@code kontor.e2e.home} on {@code kontor.e2e.port}. */
        static Suite start() {
            var running = System.getProperty("kontor.e2e.home");
            if (running != null) {
                return new Suite(Path.of(running), Integer.getInteger("kontor.e2e.port"), false);
            }
            try {
                var home = Files.createTempDirectory("kontor-e2e");
                var suite = new Suite(home, freePorts(), true);
                var started = suite.script.run(
                        "up", "--detach", "--no-build", "--no-demo", "--port", String.valueOf(suite.port));
                if (started.exitCode() != 0) {
                    throw new AssertionError("deploy/up ended with " + started.exitCode() + ": " + started.text());
                }
                return suite;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int port() {
            return port;
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        Script script() {
            return script;
        }

        /** Somebody with a token straight from the issuer; {@code claims} are names and values in turn. */
        Caller caller(String role, String... claims) {
            return new Caller(url(), token(role, claims));
        }

        String token(String role, String... claims) {
            var form = new HashMap<String, String>();
            for (var i = 0; i < claims.length; i += 2) {
                form.put(claims[i], claims[i + 1]);
            }
            var owner = form.getOrDefault("partner_id", form.getOrDefault("customer_id", "kontor"));
            form.putIfAbsent("subject", role + "@" + owner);
            form.put("role", role);
            form.put("grant_type", "client_credentials");
            form.put("client_id", "e2e");
            form.put("client_secret", "none");
            return answered(given().formParams(form).post("http://127.0.0.1:" + (port + 20) + "/kontor/token"), 200)
                    .jsonPath()
                    .getString("access_token");
        }

        /** What {@code deploy/token --client} prints for a partner's automation client, by name. */
        Map<String, String> credentials(String partner) {
            var printed = script.run("token", "--client", "--partner", partner);
            if (printed.exitCode() != 0) {
                throw new AssertionError("deploy/token ended with " + printed.exitCode() + ": " + printed.text());
            }
            return printed.lines().stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }

        Instant now() {
            return Instant.now().plus(offset("billing"));
        }

        /** Returns once everybody is there, the gateway too, which is only told. */
        void moveClockTo(Instant instant) {
            var offset = Duration.between(Instant.now(), instant)
                    .truncatedTo(ChronoUnit.MILLIS)
                    .plusMillis(1);
            for (var service : SERVICES.subList(1, SERVICES.size())) {
                var body = Map.of("offset", offset.toString());
                answered(given().contentType("application/json").body(body).put(management(service) + "/clock"), 200);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> offset("gateway").equals(offset));
        }

        private Duration offset(String service) {
            return Duration.parse(answered(given().get(management(service) + "/clock"), 200)
                    .jsonPath()
                    .getString("offset"));
        }

        private String management(String service) {
            return "http://127.0.0.1:" + (port + 10 + SERVICES.indexOf(service));
        }

        /** SIGKILL, as a crash would; the launcher starts the service again, and this waits until it is ready. */
        void kill(String service) {
            var process = ProcessHandle.of(pid(service)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            await().atMost(Duration.ofSeconds(60)).until(() -> pid(service) != process.pid() && isReady(service));
        }

        /** Another replica of the gateway, for as long as the caller wants it. */
        AnotherGateway anotherGateway() throws IOException {
            return AnotherGateway.start(home, port, SERVICES);
        }

        /** A service's database, as PostgreSQL's superuser. */
        Connection database(String service) throws SQLException {
            try {
                var password = Files.readString(home.resolve("secrets/postgres.password"));
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + (port + 23) + "/" + service, "postgres", password.strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The process of each service, which another one takes the place of when it dies. */
        Map<String, Long> processes() {
            return SERVICES.stream().collect(Collectors.toMap(service -> service, this::pid));
        }

        private long pid(String service) {
            try {
                return Long.parseLong(Files.readString(home.resolve("run").resolve(service + ".pid"))
                        .strip());
            } catch (IOException | NumberFormatException e) {
                return -1;
            }
        }

        /** By its management port: asked by a script, it would wait for the process of each of them. */
        private boolean isReady(String service) {
            try {
                return given().get(management(service) + "/q/health/ready").statusCode() == 200;
            } catch (Exception notYet) {
                // REST Assured throws checked exceptions it does not declare: nobody listens there yet.
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            if (!own) {
                return;
            }
            var stopped = script.run("down");
            if (stopped.exitCode() != 0) {
                throw new IllegalStateException("deploy/down ended with " + stopped.exitCode() + ": " + stopped.text());
            }
            try (var files = Files.walk(home)) {
                var all = new ArrayList<>(files.toList());
                Collections.reverse(all);
                for (var file : all) {
                    Files.delete(file);
                }
            }
        }

        /** The first of a row of ports that are all free; the suite takes its others from there. */
        private static int freePorts() throws IOException {
            // Two builds on one machine should not even try the same row.
            var first = 20_080 + 50 * (int) (ProcessHandle.current().pid() % 100);
            for (var base = first; base < 30_000; base += 50) {
                if (allFree(List.of(0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 40, 41), base)) {
                    return base;
                }
            }
            throw new IOException("no row of free ports");
        }

        private static boolean allFree(List<Integer> offsets, int base) {
            for (var offset : offsets) {
                try (var socket = new ServerSocket(base + offset, 1, InetAddress.getLoopbackAddress())) {
                    socket.setReuseAddress(true);
                } catch (IOException taken) {
                    return false;
                }
            }
            return true;
        }
    }
}
