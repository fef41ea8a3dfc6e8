package dev.kontor.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.Exit;

/** {@code deploy/up}: starts the suite and stays with it, or hands it to a process of its own. */
final class UpCommand {

    private final Path repository;
    private final Home home;
    private final PrintStream out;
    private final DataDirectory data;
    private final Ports ports;
    private final Options options;
    private final Optional<PartnerApiHosts> partnerApi;

    UpCommand(Path repository, Home home, Options options, PrintStream out) {
        this.repository = repository;
        this.home = home;
        this.options = options;
        this.out = out;
        this.data = new DataDirectory(options.value("data").map(Path::of).orElse(home.folder()));
        this.ports = new Ports(options.value("port").map(UpCommand::port).orElse(Ports.DEFAULT));
        this.partnerApi = PartnerApiHosts.of(options, ports);
    }

    static Options options(List<String> line) {
        var options = Options.parse(
                line,
                Set.of("detach", "fresh", "no-demo", "no-build", "attached", Tuning.FLAG),
                Set.of("data", "port", "token-life", "origin", "partner-api-hosts", "partner-api-port"));
        if (!options.arguments().isEmpty()) {
            throw new Refusal("Usage: deploy/up [--detach] [--fresh] [--data DIR] [--port P] [--no-demo] [--no-build]"
                    + " [--full-speed] [--token-life SECONDS] [--origin URL]..."
                    + " [--partner-api-hosts ID,API[,REGIONAL]] [--partner-api-port P]");
        }
        Issuer.Settings.of(options);
        PartnerApiHosts.of(options, new Ports(Ports.DEFAULT));
        return options;
    }

    void run() throws IOException, InterruptedException {
        prepare();
        if (options.flag("detach")) {
            new DetachedLauncher(repository, data, ports, options).startAndFollow(out);
            return;
        }
        ServerLog.to(data);
        var suite = new Suite(
                new ServiceProcess.Installation(repository, data, !options.flag("no-build"), Tuning.of(options)),
                ports,
                Issuer.Settings.of(options),
                partnerApi,
                out::println);
        var stopping = new CountDownLatch(1);
        stopOnExit(suite, stopping);
        try {
            suite.claim();
            home.write(new Home.Note(data, ports, ProcessHandle.current().pid()));
            start(suite);
        } catch (Refusal e) {
            if (stopping.getCount() > 0) {
                suite.close();
                home.erase();
                throw e;
            }
        }
        stopping.await();
    }

    private void start(Suite suite) throws IOException {
        var first = !data.isComplete();
        var demo = first && data.begin(!options.flag("no-demo"));
        out.println("Starting Kontor on " + data.root() + (first ? " (first start)" : ""));
        var http = new Http();
        suite.start(demo ? twoMonthsBack() : null, http);
        if (demo) {
            new DemoData(http, ports, out::println).load().write(data);
        }
        if (first) {
            data.complete();
        }
        new Welcome(http, ports, data, partnerApi).print(out);
        Files.writeString(data.ready(), "");
    }

    private void prepare() throws IOException, InterruptedException {
        Service.requireBuilt(repository);
        var note = home.note();
        if (note.isPresent() && note.get().data().isRunning()) {
            throw new Refusal("Kontor already runs at " + note.get().ports().url(Service.GATEWAY)
                    + " and runs on; deploy/down stops it");
        }
        if (note.isPresent()) {
            cleanUp(note.get().data());
        }
        if (data.isOurs() && data.isRunning()) {
            throw new Refusal("Kontor already runs on " + data.root() + " and runs on");
        }
        if (data.isOurs()) {
            cleanUp(data);
        }
        if (options.flag("fresh")) {
            data.wipe();
        } else if (data.isBegun() && !data.isComplete() && !options.flag("attached")) {
            out.println("The first start on " + data.root() + " never ended; going on with what it left");
        }
        data.prepare();
        Files.deleteIfExists(data.ready());
        ports.requireFree();
    }

    private void cleanUp(DataDirectory left) throws IOException, InterruptedException {
        if (Processes.stopLeftovers(left)) {
            out.println("Stopped what a killed start left behind");
        }
    }

    private void stopOnExit(Suite suite, CountDownLatch stopping) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.countDown();
            if (Files.exists(data.ready())) {
                out.println("Stopping Kontor");
            }
            suite.close();
            Background.quietly(() -> Files.deleteIfExists(data.ready()));
            Background.quietly(home::erase);
        }));
        // Kafka ends the process where it can't go on (a full disk, say); the rest must end with it.
        Exit.Procedure orderly = (status, message) -> {
            System.err.println("Kafka gave up: " + message + "; see " + data.serverLog());
            new Thread(() -> System.exit(1)).start();
        };
        Exit.setExitProcedure(orderly);
        Exit.setHaltProcedure(orderly);
    }

    private static Instant twoMonthsBack() {
        return LocalDate.now(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static int port(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new Refusal("--port takes a number, not " + word);
        }
    }
}
