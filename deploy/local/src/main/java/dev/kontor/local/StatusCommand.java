package dev.kontor.local;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** {@code deploy/status}: processes, their ids, ports and readiness. */
final class StatusCommand {

    private final Home.Note suite;
    private final PrintStream out;
    private boolean allReady = true;

    StatusCommand(Home.Note suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** True when everything is ready. */
    boolean run() throws IOException {
        var ports = suite.ports();
        var data = suite.data();
        out.println("Data in " + data.root());
        line("PART", "PID", "PORT", "STATE");
        var launcher = Processes.findLauncher(suite);
        server("Kafka", launcher, ports.kafka());
        server("development issuer", launcher, ports.issuer());
        server("PostgreSQL", Postmaster.find(data.postgresql()), ports.postgres());
        var http = new Http();
        for (var service : Service.values()) {
            var process = Processes.find(data, service);
            state(service.key(), process, ports.of(service), http.ready(ports.managementUrl(service)));
        }
        return allReady;
    }

    private void server(String name, Optional<ProcessHandle> process, int port) {
        state(name, process, port, Ports.answers(port));
    }

    private void state(String name, Optional<ProcessHandle> process, int port, boolean ready) {
        allReady &= ready;
        var pid = process.map(handle -> String.valueOf(handle.pid())).orElse("-");
        line(name, pid, String.valueOf(port), ready ? "ready" : process.isPresent() ? "not ready" : "not running");
    }

    private void line(String name, String pid, String port, String state) {
        out.println(String.format(Locale.ROOT, "%-20s %8s %6s  %s", name, pid, port, state));
    }
}
