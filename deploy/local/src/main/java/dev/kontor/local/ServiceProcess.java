package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One service as a child process, started again whenever it dies, until it is stopped. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final long FIRST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 30_000;

    private final Service service;
    private final DataDirectory data;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Consumer<String> say;
    private volatile Process process;
    private volatile boolean stopping;

    private ServiceProcess(
            Service service,
            DataDirectory data,
            List<String> command,
            Map<String, String> environment,
            Consumer<String> say) {
        this.service = service;
        this.data = data;
        this.command = command;
        this.environment = environment;
        this.say = say;
    }

    static ServiceProcess start(
            Service service, Path repository, DataDirectory data, Map<String, String> environment, Consumer<String> say)
            throws IOException {
        ServiceProcess started =
                new ServiceProcess(service, data, command(service, service.jar(repository), data), environment, say);
        started.launch();
        return started;
    }

    Service service() {
        return service;
    }

    /** From here on a death is an accident; before, it is a failed start. */
    void restartWhenItDies() {
        Thread supervisor = new Thread(this::supervise, "supervise-" + service.key());
        supervisor.setDaemon(true);
        supervisor.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What a person should read first when it doesn't start. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(data.log(service)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            String error = lines.stream()
                    .filter(line -> line.contains("ERROR") || line.contains("Caused by"))
                    .reduce((first, second) -> second)
                    .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
            return error + " (log: " + data.log(service) + ")";
        } catch (IOException e) {
            return "log: " + data.log(service);
        }
    }

    @Override
    public void close() {
        stopping = true;
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(data.pid(service));
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private synchronized void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.log(service).toFile()));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("QUARKUS_")
                        || name.startsWith("KONTOR_")
                        || name.startsWith("KAFKA_")
                        || name.equals("CLASSPATH"));
        builder.environment().putAll(environment);
        process = builder.start();
        process.getOutputStream().close();
        Files.writeString(data.pid(service), process.pid() + "\n");
    }

    private void supervise() {
        long pause = FIRST_PAUSE;
        while (true) {
            long since = System.nanoTime();
            int status = process.onExit().join().exitValue();
            if (System.nanoTime() - since > STEADY.toNanos()) {
                pause = FIRST_PAUSE;
            }
            // Ctrl-C reaches the children first; after the pause it is clear whether they died or were told to go.
            Pause.millis(pause);
            if (stopping) {
                return;
            }
            say.accept(service.key() + " died (status " + status + "); starting it again");
            try {
                launch();
            } catch (IOException e) {
                say.accept(service.key() + " could not be started again: " + e.getMessage());
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private static List<String> command(Service service, Path jar, DataDirectory data) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ReservedCodeCacheSize=64m",
                "-Xss512k",
                "-Xms32m",
                "-Xmx192m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                // Says whose process this is to whoever finds it later.
                "-D" + Processes.MARK + "=" + data.root(),
                "-D" + Processes.MARK + ".service=" + service.key(),
                "-jar",
                jar.toString()));
        return command;
    }
}
