package dev.kontor.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** PostgreSQL and Kafka for tests: one process for a whole build, found by a file under the root's target folder. */
public final class TestServers {

    private static final Duration START = Duration.ofMinutes(2);

    private TestServers() {}

    /** The running servers of this build, started where there are none; blocks until both answer. */
    public static TestEndpoint endpoint(Path root) {
        Path folder = folder(root);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("Could not lock " + folder);
                }
                TestEndpoint known = TestEndpoint.read(file(root));
                if (known != null && known.answers()) {
                    return known;
                }
                if (known != null) {
                    known.cleanUp();
                }
                return spawn(root);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The test servers did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the test servers started", e);
        }
    }

    /** Serves until the owner is gone: {@code TestServers <root> <owner pid>}. */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        ProcessHandle owner = ProcessHandle.of(Long.parseLong(args[1])).orElseThrow();
        Path data = Files.createTempDirectory("kontor-test-servers");
        List<Integer> ports = Ports.free(3);
        String password = Secrets.word();

        CompletableFuture<PostgresServer> postgres = Background.call(() -> PostgresServer.start(
                data.resolve("postgresql"), ports.get(0), password, PostgresServer.Durability.FAST, Tuning.SMALL));
        CompletableFuture<KafkaBroker> kafka =
                Background.call(() -> KafkaBroker.start(data.resolve("kafka"), ports.get(1), ports.get(2)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            deleteOwn(file(root));
            Background.close(kafka);
            Background.close(postgres);
            Background.quietly(() -> Directories.delete(data));
        }));

        TestEndpoint endpoint = new TestEndpoint(
                postgres.join().port(),
                PostgresServer.SUPERUSER,
                password,
                kafka.join().bootstrapServers(),
                ProcessHandle.current().pid(),
                data);
        Path unfinished = folder(root).resolve("endpoint." + endpoint.pid());
        endpoint.write(unfinished);
        Files.move(unfinished, file(root), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        owner.onExit().join();
        System.exit(0);
    }

    private static TestEndpoint spawn(Path root) throws IOException, InterruptedException {
        Path log = folder(root).resolve("servers.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        ClassPath.ofThisProcess(),
                        TestServers.class.getName(),
                        root.toAbsolutePath().toString(),
                        String.valueOf(owner().pid())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            TestEndpoint endpoint = TestEndpoint.read(file(root));
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

    // The servers should outlive one module's test process, but never the build that started it.
    private static ProcessHandle owner() {
        ProcessHandle self = ProcessHandle.current();
        ProcessHandle ancestor = self.parent().orElse(null);
        while (ancestor != null) {
            if (ancestor.info().commandLine().orElse("").contains("plexus.classworlds.launcher")) {
                return ancestor;
            }
            ancestor = ancestor.parent().orElse(null);
        }
        return self;
    }

    private static void deleteOwn(Path file) {
        Background.quietly(() -> {
            TestEndpoint endpoint = TestEndpoint.read(file);
            if (endpoint != null && endpoint.pid() == ProcessHandle.current().pid()) {
                Files.deleteIfExists(file);
            }
        });
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static Path folder(Path root) {
        return root.resolve("target").resolve("test-servers");
    }

    private static Path file(Path root) {
        return folder(root).resolve("endpoint.properties");
    }
}
