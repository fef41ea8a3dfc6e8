package dev.kontor.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code deploy/up --detach}: the launcher in a session of its own, followed until it is ready. */
final class DetachedLauncher {

    private final Path repository;
    private final DataDirectory data;
    private final Ports ports;
    private final Options options;

    DetachedLauncher(Path repository, DataDirectory data, Ports ports, Options options) {
        this.repository = repository;
        this.data = data;
        this.ports = ports;
        this.options = options;
    }

    void startAndFollow(PrintStream out) throws IOException {
        var said = data.logs().resolve("up.log");
        var failed = data.logs().resolve("up.err");
        var builder =
                new ProcessBuilder(command()).redirectOutput(said.toFile()).redirectError(failed.toFile());
        // Not an argument: a process is recognised by its command line, and a long one can't be read back.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var launcher = builder.start();
        launcher.getOutputStream().close();
        // Ctrl-C while it starts means the same as without --detach.
        var interrupted = new Thread(() -> Processes.stop(launcher.toHandle(), 60));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (var lines = Files.newBufferedReader(said)) {
            var ready = false;
            while (!ready && launcher.isAlive()) {
                Pause.millis(50);
                // Asked before the last lines are read, so that none is missed.
                ready = Files.exists(data.ready());
                lines.lines().forEach(out::println);
            }
            if (!ready) {
                lines.lines().forEach(out::println);
                var why = Files.readString(failed).strip();
                throw new Refusal(why.isEmpty() ? "The launcher ended with status " + launcher.exitValue() : why);
            }
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        // A new session: neither Ctrl-C nor the terminal's end reaches it.
        command.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "/usr/bin/setsid" : "nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ClassArchive.ofLauncher(repository).options(!options.flag("no-build")));
        command.addAll(List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        command.addAll(Tuning.of(options).launcherOptions());
        command.add("-D" + Main.REPOSITORY + "=" + repository);
        command.add(Main.class.getName());
        command.addAll(List.of("up", "--attached", "--data", data.root().toString(), "--port", "" + ports.base()));
        for (var name : List.of("token-life", "origin", "partner-api-hosts", "partner-api-port")) {
            options.all(name).forEach(value -> command.addAll(List.of("--" + name, value)));
        }
        for (var flag : List.of("no-demo", "no-build", Tuning.FLAG)) {
            if (options.flag(flag)) {
                command.add("--" + flag);
            }
        }
        return command;
    }
}
