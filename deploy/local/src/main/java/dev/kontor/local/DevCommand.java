package dev.kontor.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code deploy/dev}: takes one service out of the running suite, for as long as the script lives that starts it another
 * way, and prints the environment it has to have as shell assignments.
 */
final class DevCommand {

    private final Home.Note suite;
    private final PrintStream out;

    DevCommand(Home.Note suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /**
     * Hands a service over.
     *
     * @param line the service, and the process id of whoever takes it
     */
    void run(List<String> line) throws IOException {
        if (line.size() != 2) {
            throw new Refusal("Usage: deploy/dev SERVICE [MAVEN OPTION]...");
        }
        // The gateway is built of all services' documents, so it can't be compiled alone.
        var services = Service.withDatabase();
        var service = services.stream()
                .filter(its -> its.isCalled(line.get(0)))
                .findFirst()
                .orElseThrow(() -> new Refusal("deploy/dev takes one of "
                        + services.stream().map(Service::key).collect(Collectors.joining(", "))));
        var data = suite.data();
        Files.writeString(data.taken(service), line.get(1) + "\n");
        Processes.find(data, service).ifPresent(process -> Processes.stop(process, 60));
        Files.deleteIfExists(data.pid(service));
        print("MODULE", service.module());
        ServiceEnvironment.ofDevelopment(service, suite.ports(), data.secrets()).forEach(this::print);
    }

    private void print(String name, String value) {
        out.println("export " + name + "='" + value.replace("'", "'\\''") + "'");
    }
}
