package dev.kontor.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real PostgreSQL on 127.0.0.1, whose every role logs in with a password. */
public final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final String BY_PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final EmbeddedPostgres postgres;
    private final ServiceDatabase databases;

    private PostgresServer(EmbeddedPostgres postgres, ServiceDatabase databases) {
        this.postgres = postgres;
        this.databases = databases;
    }

    /** Whether the server must survive a power cut, or only be quick. */
    public enum Durability {
        SAFE,
        FAST
    }

    /** Starts on a data directory, which is created where it does not exist and is always kept. */
    static PostgresServer start(Path data, int port, String superuserPassword, Durability durability, Tuning tuning)
            throws IOException {
        var secured = data.resolve("kontor-secured");
        var first = !Files.exists(secured);
        if (first && Files.exists(data)) {
            // Whatever is there is a first start that never came to its end.
            Directories.delete(data);
        }
        Files.createDirectories(data.toAbsolutePath().getParent());
        // A temporary file is its owner's alone.
        var password = Files.createTempFile("superuser", null);
        try {
            Files.writeString(password, superuserPassword);
            var postgres = builder(data, port, superuserPassword, durability, tuning)
                    // An option of initdb like the others: so the password is there before anybody can connect.
                    .setLocaleConfig("pwfile", password.toString())
                    .start();
            if (first) {
                Files.writeString(secured, "");
            }
            return new PostgresServer(postgres, new ServiceDatabase(port, SUPERUSER, superuserPassword));
        } finally {
            Files.delete(password);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            Path data, int port, String superuserPassword, Durability durability, Tuning tuning) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Directories.cache("postgresql").toFile())
                .setPGStartupWait(Duration.ofMinutes(10))
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                // Compares texts byte by byte; the C library's locale of that name takes a call for each.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", superuserPassword)
                .setDataDirectoryCustomizer(directory -> authenticate(directory))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", tuning.sharedBuffers())
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("max_wal_size", tuning.maxWalSize());
        // All three are set, since the library's own defaults would lose the last commits of a server that is killed.
        var safe = durability == Durability.SAFE ? "on" : "off";
        for (var safety : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            builder.setServerConfig(safety, safe);
        }
        return builder;
    }

    /** What creates a service's database on this server. */
    public ServiceDatabase databases() {
        return databases;
    }

    /** Creates a service's database and roles where they do not exist. */
    public void createService(String service, String ownerPassword, String appPassword) {
        databases.create(service, ownerPassword, appPassword);
    }

    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void authenticate(File directory) {
        try {
            Files.writeString(directory.toPath().resolve("pg_hba.conf"), BY_PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
