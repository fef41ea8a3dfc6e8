package dev.kontor.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where commands without options look: the default data directory, and a note there that says where the suite runs. */
record Home(Path folder) {

    static final String NOTE = "running.properties";

    /** A suite that was started: its data, its ports, its launcher. */
    record Note(DataDirectory data, Ports ports, long pid) {}

    static Home of(Map<String, String> environment, Path repository) {
        var home = environment.get("KONTOR_HOME");
        return new Home((home == null || home.isBlank() ? repository.resolve(".kontor") : Path.of(home))
                .toAbsolutePath()
                .normalize());
    }

    Optional<Note> note() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file())) {
            properties.load(in);
        }
        return Optional.of(new Note(
                new DataDirectory(Path.of(properties.getProperty("data"))),
                new Ports(Integer.parseInt(properties.getProperty("port"))),
                Long.parseLong(properties.getProperty("pid"))));
    }

    /** The suite that runs now. */
    Note running() throws IOException {
        var note = note();
        if (note.isEmpty() || !note.get().data().isRunning()) {
            throw new Refusal("Kontor isn't running; start it with deploy/up");
        }
        return note.get();
    }

    void write(Note note) throws IOException {
        var properties = new Properties();
        properties.setProperty("data", note.data().root().toString());
        properties.setProperty("port", String.valueOf(note.ports().base()));
        properties.setProperty("pid", String.valueOf(note.pid()));
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(file())) {
            properties.store(out, null);
        }
    }

    void erase() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return folder.resolve(NOTE);
    }
}
