package dev.kontor.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the servers of a test process answer, and as whom to log in. */
public record TestEndpoint(
        int postgresPort,
        String postgresSuperuser,
        String postgresPassword,
        String kafkaBootstrap,
        long pid,
        long owner,
        Path data) {

    /** What creates a service's database on the test server. */
    public ServiceDatabase databases() {
        return new ServiceDatabase(postgresPort, postgresSuperuser, postgresPassword);
    }

    /** Takes away what a killed server process left behind. */
    void cleanUp() throws IOException, InterruptedException {
        Postmaster.stop(data.resolve("postgresql"));
        Directories.delete(data);
    }

    static TestEndpoint read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new TestEndpoint(
                Integer.parseInt(properties.getProperty("postgres.port")),
                properties.getProperty("postgres.superuser"),
                properties.getProperty("postgres.password"),
                properties.getProperty("kafka.bootstrap"),
                Long.parseLong(properties.getProperty("pid")),
                Long.parseLong(properties.getProperty("owner")),
                Path.of(properties.getProperty("data")));
    }

    void write(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("postgres.port", String.valueOf(postgresPort));
        properties.setProperty("postgres.superuser", postgresSuperuser);
        properties.setProperty("postgres.password", postgresPassword);
        properties.setProperty("kafka.bootstrap", kafkaBootstrap);
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("owner", String.valueOf(owner));
        properties.setProperty("data", data.toString());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }
}
