package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's own process on a data directory, whoever started it. */
final class Postmaster {

    private Postmaster() {}

    static Optional<ProcessHandle> find(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        // A pid in an old file may be anybody's by now.
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().commandLine().orElse("").contains("postgres"))
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()));
    }

    /** Stops it as quickly as its data allow; true if there was one. */
    static boolean stop(Path data) throws IOException, InterruptedException {
        var found = find(data);
        if (found.isEmpty()) {
            return false;
        }
        var process = found.get();
        // SIGINT is its fast shutdown; SIGTERM, all that Java can send, waits for every client to leave.
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            process.destroyForcibly();
            process.onExit().join();
        }
        return true;
    }
}
