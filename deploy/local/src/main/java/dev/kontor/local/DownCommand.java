package dev.kontor.local;

import java.io.IOException;
import java.io.PrintStream;

/** {@code deploy/down}: stops the suite, whoever started it, and whatever a killed one left behind. */
final class DownCommand {

    private DownCommand() {}

    static void run(Home home, PrintStream out) throws IOException, InterruptedException {
        var note = home.note();
        if (note.isEmpty()) {
            out.println("Kontor isn't running");
            return;
        }
        var data = note.get().data();
        var launcher = Processes.findLauncher(note.get());
        var found = launcher.isPresent();
        launcher.ifPresent(process -> Processes.stop(process, 60));
        found |= Processes.stopLeftovers(data);
        home.erase();
        out.println(found ? "Stopped" : "Kontor isn't running");
    }
}
