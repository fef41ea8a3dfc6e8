package dev.kontor.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The running suite: two servers and the issuer in or under this process, five services beside it. */
final class Suite implements AutoCloseable {

    private final ServiceProcess.Installation installation;
    private final DataDirectory data;
    private final Ports ports;
    private final Issuer.Settings issuing;
    private final Optional<PartnerApiHosts> partnerApi;
    private final Consumer<String> say;
    private final long begun = System.nanoTime();
    private final Patience patience = new Patience(begun);
    private final Set<ServiceProcess> starting = ConcurrentHashMap.newKeySet();
    private final List<CompletableFuture<? extends AutoCloseable>> servers = new ArrayList<>();
    private final Map<Service, CompletableFuture<ServiceProcess>> services = new ConcurrentHashMap<>();
    private FileLock lock;
    private boolean closed;

    Suite(
            ServiceProcess.Installation installation,
            Ports ports,
            Issuer.Settings issuing,
            Optional<PartnerApiHosts> partnerApi,
            Consumer<String> say) {
        this.installation = installation;
        this.data = installation.data();
        this.ports = ports;
        this.issuing = issuing;
        this.partnerApi = partnerApi;
        this.say = say;
    }

    /** Holds the data directory for this process alone. */
    void claim() throws IOException {
        lock = data.lock();
        if (lock == null) {
            throw new Refusal("Kontor already runs on " + data.root() + "; deploy/down stops it");
        }
    }

    /** Starts everything side by side and returns when every readiness check is green. */
    void start(Instant clockStart, Http http) throws IOException {
        var secrets = data.secrets();
        var superuser = secrets.password(PostgresServer.SUPERUSER);
        var postgres = server(
                "PostgreSQL",
                () -> PostgresServer.start(
                        data.postgresql(),
                        ports.postgres(),
                        superuser,
                        PostgresServer.Durability.SAFE,
                        installation.tuning()));
        var kafka = server("Kafka", () -> KafkaBroker.start(data.kafka(), ports.kafka(), ports.kafkaController()));
        var issuer = server("Development issuer", () -> Issuer.start(ports, secrets, issuing));
        for (var service : Service.values()) {
            var environment = ServiceEnvironment.of(service, ports, secrets, issuing, partnerApi, clockStart);
            CompletableFuture<?> needed = service.hasDatabase() ? postgres : kafka;
            services.put(
                    service,
                    needed.thenCompose(ready -> Background.call(() -> {
                        if (service.hasDatabase()) {
                            prepareDatabase(postgres.join(), service, secrets);
                        }
                        return ServiceProcess.start(service, installation, environment, say);
                    })));
        }
        var all = new ArrayList<CompletableFuture<?>>(List.of(postgres, kafka, issuer));
        partnerApi.ifPresent(hosts -> all.add(server(
                "Partner API over TLS",
                () -> TlsDoor.open(
                        data.certificates().server(hosts.certified()), hosts.port(), ports.of(Service.GATEWAY)))));
        services.forEach((service, started) ->
                all.add(started.thenCompose(process -> Background.call(() -> awaitReady(process, http)))));
        awaitAllOrFirstFailure(all);
        services.values().forEach(service -> service.join().restartWhenItDies());
    }

    private void prepareDatabase(PostgresServer postgres, Service service, Secrets secrets)
            throws IOException, InterruptedException, SQLException {
        postgres.createService(
                service.key(), secrets.password(service.key() + "_owner"), secrets.password(service.key() + "_app"));
        var migration = new Migration(service, installation, ServiceEnvironment.ofMigration(service, ports, secrets));
        try (var database = postgres.databases().connect(service.key())) {
            if (migration.isPending(database)) {
                migration.run();
            }
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var stops = new ArrayList<CompletableFuture<?>>();
        services.values()
                .forEach(service -> stops.add(Background.call(() -> {
                    Background.close(service);
                    return null;
                })));
        stops.forEach(CompletableFuture::join);
        // Only now: a service that is stopping still writes.
        var serverStops = new ArrayList<CompletableFuture<?>>();
        servers.forEach(server -> serverStops.add(Background.call(() -> {
            Background.close(server);
            return null;
        })));
        serverStops.forEach(CompletableFuture::join);
        if (lock != null) {
            Background.quietly(lock.acquiredBy()::close);
        }
    }

    private <T extends AutoCloseable> CompletableFuture<T> server(String name, java.util.concurrent.Callable<T> start) {
        var server = Background.call(() -> {
            try {
                var started = start.call();
                progress(name);
                return started;
            } catch (Exception | LinkageError e) {
                throw new Refusal(name + " did not start: " + rootMessage(e));
            }
        });
        servers.add(server);
        return server;
    }

    private Void awaitReady(ServiceProcess service, Http http) {
        starting.add(service);
        while (!http.ready(ports.managementUrl(service.service()))) {
            if (!service.isAlive()) {
                throw new Refusal(service.service().key() + " did not start: " + service.lastWords());
            }
            if (patience.isAtItsEnd(System.nanoTime(), starting.size(), worked())) {
                throw new Refusal(service.service().key() + " isn't ready, and nothing has moved for "
                        + Patience.LIMIT.toMinutes() + " minutes: " + service.lastWords());
            }
            Pause.millis(100);
        }
        starting.remove(service);
        progress(service.service().key());
        return null;
    }

    private Duration worked() {
        return starting.stream().map(ServiceProcess::worked).reduce(Duration.ZERO, Duration::plus);
    }

    private void progress(String name) {
        long tenths = (System.nanoTime() - begun) / 100_000_000;
        say.accept(String.format(java.util.Locale.ROOT, "  %-20s ready after %d.%d s", name, tenths / 10, tenths % 10));
    }

    private static void awaitAllOrFirstFailure(List<CompletableFuture<?>> starts) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        for (CompletableFuture<?> start : starts) {
            CompletableFuture<?> unused = start.whenComplete((result, error) -> {
                if (error != null) {
                    failed.completeExceptionally(error);
                }
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)), failed)
                    .join();
        } catch (CompletionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw new Refusal("Kontor did not start: " + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + " " + message;
    }
}
