package dev.kontor.testkit;

import dev.kontor.local.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The module's service as it is shipped, a process of its own that a test may kill and start again. {@link RestAssured},
 * {@link TestClock} and {@link Facts} talk to it as they do to one under {@code @QuarkusTest}.
 */
public final class PackagedService implements BeforeAllCallback, AfterAllCallback {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final File LOG = new File("target", "packaged-service.log");
    private static final File CLASSES = new File("target", "packaged-service.jsa");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Held, or its level would be forgotten. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final List<QuarkusTestResourceLifecycleManager> surroundings;
    private final Map<String, String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    /** @param settings in which this process differs from production */
    public PackagedService(Map<String, String> settings, QuarkusTestResourceLifecycleManager... surroundings) {
        this.settings = new LinkedHashMap<>(settings);
        this.surroundings = List.of(surroundings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        KAFKA.setLevel(Level.WARNING);
        surroundings.forEach(one -> one.start().forEach(settings::putIfAbsent));
        settings.put("quarkus.http.port", String.valueOf(freePort()));
        settings.put("quarkus.management.port", String.valueOf(freePort()));
        settings.put("test.management.url", management());
        // What a test reads of them by its own configuration.
        settings.forEach(System::setProperty);
        RestAssured.port = Integer.parseInt(settings.get("quarkus.http.port"));
        launch("-XX:+RecordDynamicDumpInfo", "ready");
        keepClasses();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        process.destroyForcibly().onExit().join();
        var last = new ArrayList<>(surroundings);
        Collections.reverse(last);
        last.forEach(QuarkusTestResourceLifecycleManager::stop);
        settings.keySet().forEach(System::clearProperty);
        RestAssured.reset();
    }

    /** SIGKILL, as a crash would, and started again; returns when the service is ready. */
    public void kill() {
        kill(() -> {});
    }

    /** The same, with something that happens while the service is dead. */
    public void kill(Runnable whileDead) {
        process.destroyForcibly().onExit().join();
        whileDead.run();
        letTheBrokerMissIt();
        launchAgain("ready");
    }

    /** The same, where it is expected not to be ready; returns when it is alive. */
    public void killUntilAlive(Runnable whileDead) {
        process.destroyForcibly().onExit().join();
        whileDead.run();
        letTheBrokerMissIt();
        launchAgain("live");
    }

    /** What the service says of its readiness, and why. */
    public String readiness() throws IOException, InterruptedException {
        return http.send(health("ready"), BodyHandlers.ofString()).body();
    }

    /** SIGTERM, as an update would, with something that happens while the service comes to its end; then started again. */
    public void terminate(Runnable meanwhile) {
        process.destroy();
        meanwhile.run();
        process.onExit().join();
        launchAgain("ready");
    }

    /** The service's database, as PostgreSQL's superuser. */
    public Connection database() throws SQLException {
        var servers = TestServers.endpoint();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"), servers.postgresSuperuser(), servers.postgresPassword());
    }

    /** What the first start loaded is mapped by the others, which takes half of their time. */
    private void keepClasses() {
        var dump = List.of(
                java("jcmd"), String.valueOf(process.pid()), "VM.cds", "dynamic_dump", CLASSES.getAbsolutePath());
        try {
            new ProcessBuilder(dump)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void launchAgain(String until) {
        launch("-XX:SharedArchiveFile=" + CLASSES, until);
    }

    private void launch(String classes, String until) {
        var command = new ArrayList<>(List.of(
                java("java"),
                classes,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(JAR.toString());
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> is(until));
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private boolean is(String state) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The service ended with " + process.exitValue() + ", see " + LOG);
        }
        try {
            return http.send(health(state), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest health(String what) {
        return HttpRequest.newBuilder(URI.create(management() + "/q/health/" + what))
                .timeout(Duration.ofSeconds(2))
                .build();
    }

    private String management() {
        return "http://127.0.0.1:" + settings.get("quarkus.management.port");
    }

    // By itself it would after the session's 6 seconds, in which the successor reads nothing.
    private void letTheBrokerMissIt() {
        try (var admin = Admin.create(Facts.settings())) {
            for (var group : admin.listGroups().all().get()) {
                var members = admin.describeConsumerGroups(List.of(group.groupId()))
                        .all()
                        .get()
                        .get(group.groupId())
                        .members();
                if (!members.isEmpty()) {
                    admin.removeMembersFromConsumerGroup(group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                            .all()
                            .get();
                }
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
