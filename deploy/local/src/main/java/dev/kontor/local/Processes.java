package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a data directory, found by what an earlier start wrote down. */
final class Processes {

    static final String MARK = "kontor.data";

    private Processes() {}

    static Optional<ProcessHandle> find(DataDirectory data, Service service) throws IOException {
        var file = data.pid(service);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var pid = Files.readString(file).strip();
        // The number may be anybody's by now; the mark on the command line says whether it is ours.
        return pid.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(process -> isOurs(process, data))
                : Optional.empty();
    }

    /** Whether somebody runs the service in the suite's stead; forgets those who are gone. */
    static boolean isTaken(DataDirectory data, Service service) throws IOException {
        var file = data.taken(service);
        if (!Files.exists(file)) {
            return false;
        }
        var pid = Files.readString(file).strip();
        if (pid.matches("\\d+") && ProcessHandle.of(Long.parseLong(pid)).isPresent()) {
            return true;
        }
        Files.deleteIfExists(file);
        return false;
    }

    static Optional<ProcessHandle> findLauncher(Home.Note note) {
        return ProcessHandle.of(note.pid())
                .filter(process -> commandLine(process).contains(Main.class.getName()));
    }

    /** Stops what a killed launcher left behind; true if there was something. */
    static boolean stopLeftovers(DataDirectory data) throws IOException, InterruptedException {
        var found = false;
        for (var service : Service.values()) {
            var process = find(data, service);
            if (process.isPresent()) {
                found = true;
                process.get().destroy();
            }
        }
        for (var service : Service.values()) {
            find(data, service).ifPresent(process -> stop(process, 20));
            Files.deleteIfExists(data.pid(service));
        }
        return Postmaster.stop(data.postgresql()) || found;
    }

    /** Asks a process to end, insists after a while, and waits until it is gone. */
    static void stop(ProcessHandle process, int patienceSeconds) {
        process.destroy();
        try {
            process.onExit().get(patienceSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillThere) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static boolean isOurs(ProcessHandle process, DataDirectory data) {
        return commandLine(process).contains("-D" + MARK + "=" + data.root() + " ");
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("") + " ";
    }
}
