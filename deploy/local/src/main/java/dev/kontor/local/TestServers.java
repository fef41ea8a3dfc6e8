package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL and Kafka for tests: one process for each test process, so modules that are built side by side share nothing. It is found by a
 * file under the module's target folder, since every restart of the application under test brings this class anew.
 */
public final class TestServers {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("target", "test-servers");
    private static final Path FILE = FOLDER.resolve("endpoint.properties");

    private TestServers() {}

    /** The running servers of this test process, started where there are none; blocks until both answer. */
    public static TestEndpoint endpoint() {
        try {
            var known = TestEndpoint.read(FILE);
            if (known != null && known.owner() == ProcessHandle.current().pid()) {
                return known;
            }
            if (known != null) {
                known.cleanUp();
            }
            return spawn();
        } catch (IOException e) {
            throw new IllegalStateException("The test servers did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the test servers started", e);
        }
    }

    /** Serves until the owner is gone: {@code TestServers <owner pid>}, started where the owner was. */
    public static void main(String[] args) throws Exception {
        var owner = ProcessHandle.of(Long.parseLong(args[0])).orElseThrow();
        var data = Files.createTempDirectory("kontor-test-servers");
        var ports = Ports.free(3);
        var password = Secrets.word();

        var postgres = Background.call(() -> PostgresServer.start(
                data.resolve("postgresql"), ports.get(0), password, PostgresServer.Durability.FAST, Tuning.SMALL));
        var kafka = Background.call(() -> KafkaBroker.start(data.resolve("kafka"), ports.get(1), ports.get(2)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Background.quietly(TestServers::forgetOwn);
            Background.close(kafka);
            Background.close(postgres);
            Background.quietly(() -> Directories.delete(data));
        }));

        var endpoint = new TestEndpoint(
                postgres.join().port(),
                PostgresServer.SUPERUSER,
                password,
                kafka.join().bootstrapServers(),
                ProcessHandle.current().pid(),
                owner.pid(),
                data);
        var unfinished = FOLDER.resolve("endpoint." + endpoint.pid());
        endpoint.write(unfinished);
        Files.move(unfinished, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        owner.onExit().join();
        System.exit(0);
    }

    private static TestEndpoint spawn() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var log = FOLDER.resolve("servers.log");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        ClassPath.ofThisProcess(),
                        TestServers.class.getName(),
                        String.valueOf(ProcessHandle.current().pid())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            var endpoint = TestEndpoint.read(FILE);
            if (endpoint != null && endpoint.pid() == process.pid()) {
                return endpoint;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("see " + log + ": " + tail(log));
            }
        }
        process.destroy();
        throw new IOException("not ready after " + START.toMinutes() + " minutes, see " + log);
    }

    private static void forgetOwn() throws IOException {
        var endpoint = TestEndpoint.read(FILE);
        if (endpoint != null && endpoint.pid() == ProcessHandle.current().pid()) {
            Files.deleteIfExists(FILE);
        }
    }

    private static String tail(Path log) throws IOException {
        var lines = new ArrayList<String>(Files.readAllLines(log));
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
