package dev.kontor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Brings a service's schema to what its package expects, in a process that ends before the service starts. */
final class Migration {

    private static final Pattern SCRIPT = Pattern.compile("db/(?:platform|migration)/V([0-9_]+?)__.*\\.sql");
    private static final String RAN = "select version from flyway_schema_history where success and version is not null";

    private final Service service;
    private final ServiceProcess.Installation installation;
    private final Map<String, String> environment;

    Migration(Service service, ServiceProcess.Installation installation, Map<String, String> environment) {
        this.service = service;
        this.installation = installation;
        this.environment = environment;
    }

    /** Whether the package has a script that never ran here; a process that finds nothing to do would cost seconds. */
    boolean isPending(Connection database) throws IOException, SQLException {
        return !ran(database).containsAll(versions());
    }

    void run() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(installation.tuning().serviceOptions());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-D" + Processes.MARK + "=" + installation.data().root(),
                "-jar",
                service.jar(installation.repository()).toString()));
        var log = installation.data().log(service);
        var builder = new ProcessBuilder(command)
                .directory(installation.data().root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        ServiceEnvironment.replace(builder.environment(), environment);
        var process = builder.start();
        process.getOutputStream().close();
        Files.writeString(installation.data().pid(service), process.pid() + "\n");
        var status = process.waitFor();
        if (status != 0) {
            throw new Refusal(
                    "The database of " + service.key() + " was not migrated (status " + status + "; log: " + log + ")");
        }
    }

    private Set<String> versions() throws IOException {
        var versions = new HashSet<String>();
        var app = service.jar(installation.repository()).getParent();
        for (var folder : List.of(app.resolve("app"), app.resolve("lib/main"))) {
            try (var jars = Files.newDirectoryStream(folder, "*kontor*.jar")) {
                for (var jar : jars) {
                    addVersions(jar, versions);
                }
            }
        }
        return versions;
    }

    private static void addVersions(Path jar, Set<String> versions) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> {
                var script = SCRIPT.matcher(entry.getName());
                if (script.matches()) {
                    versions.add(script.group(1).replace('_', '.'));
                }
            });
        }
    }

    private static Set<String> ran(Connection database) throws SQLException {
        var ran = new HashSet<String>();
        try (var statement = database.createStatement()) {
            try (var there = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return ran;
                }
            }
            try (var versions = statement.executeQuery(RAN)) {
                while (versions.next()) {
                    ran.add(versions.getString(1));
                }
            }
        }
        return ran;
    }
}
