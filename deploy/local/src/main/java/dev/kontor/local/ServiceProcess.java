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

    /** Long enough to write a class archive on a busy machine. */
    private static final Duration STOP = Duration.ofSeconds(60);

    /** Longer than what fails at its start lives: only that is tried again after longer and longer pauses. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private static final long FIRST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 30_000;

    private final Service service;
    private final Installation installation;
    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final ClassArchive archive;
    private Process process;
    private boolean stopping;

    /** What is started: the build, its data, whether the build's folders may keep class archives, and its size. */
    record Installation(Path repository, DataDirectory data, boolean makeArchives, Tuning tuning) {}

    private ServiceProcess(
            Service service, Installation installation, Map<String, String> environment, Consumer<String> say) {
        this.service = service;
        this.installation = installation;
        this.environment = environment;
        this.say = say;
        var jar = service.jar(installation.repository());
        this.archive = ClassArchive.of(jar, jar.getParent().getParent(), service.key());
    }

    static ServiceProcess start(
            Service service, Installation installation, Map<String, String> environment, Consumer<String> say)
            throws IOException {
        var started = new ServiceProcess(service, installation, environment, say);
        started.launch();
        return started;
    }

    Service service() {
        return service;
    }

    /** From here on a death is an accident; before, it is a failed start. */
    void restartWhenItDies() {
        var supervisor = new Thread(this::supervise, "supervise-" + service.key());
        supervisor.setDaemon(true);
        supervisor.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has used of the processor. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What a person should read first when it doesn't start. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(log()).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                    .toList();
            var error = lines.stream()
                    .filter(line -> line.contains("ERROR") || line.contains("Caused by"))
                    .reduce((first, second) -> second)
                    .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
            return error + " (log: " + log() + ")";
        } catch (IOException e) {
            return "log: " + log();
        }
    }

    @Override
    public void close() {
        Process last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        last.destroy();
        try {
            if (!last.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                last.destroyForcibly().waitFor();
            }
            archive.keep();
            Files.deleteIfExists(installation.data().pid(service));
        } catch (IOException | InterruptedException e) {
            last.destroyForcibly();
        }
    }

    private synchronized void launch() throws IOException {
        if (stopping) {
            return;
        }
        var builder = new ProcessBuilder(command())
                .directory(installation.data().root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        ServiceEnvironment.replace(builder.environment(), environment);
        process = builder.start();
        process.getOutputStream().close();
        Files.writeString(installation.data().pid(service), process.pid() + "\n");
    }

    private void supervise() {
        var pause = FIRST_PAUSE;
        while (true) {
            var since = System.nanoTime();
            var status = current().onExit().join().exitValue();
            if (System.nanoTime() - since > STEADY.toNanos()) {
                pause = FIRST_PAUSE;
            }
            // Ctrl-C reaches the children first; after the pause it is clear whether they died or were told to go.
            Pause.millis(pause);
            synchronized (this) {
                if (stopping) {
                    return;
                }
            }
            try {
                if (Processes.isTaken(installation.data(), service)) {
                    say.accept(service.key() + " was taken out by deploy/dev");
                    awaitReturn();
                    say.accept(service.key() + " was given back; starting it again");
                } else {
                    say.accept(service.key() + " died (status " + status + "); starting it again");
                }
                launch();
            } catch (IOException e) {
                say.accept(service.key() + " could not be started again: " + e.getMessage());
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private void awaitReturn() throws IOException {
        while (Processes.isTaken(installation.data(), service)) {
            Pause.millis(FIRST_PAUSE);
        }
    }

    private synchronized Process current() {
        return process;
    }

    private Path log() {
        return installation.data().log(service);
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(archive.options(installation.makeArchives()));
        command.addAll(installation.tuning().serviceOptions());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                // Says whose process this is to whoever finds it later.
                "-D" + Processes.MARK + "=" + installation.data().root(),
                "-D" + Processes.MARK + ".service=" + service.key(),
                "-jar",
                service.jar(installation.repository()).toString()));
        return command;
    }
}
