package dev.kontor.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/** What the demo data left to remember: its first partner, and that one's oldest statement. */
record DemoRecord(String partnerId, String partnerName, String statementId) {

    static Optional<DemoRecord> read(DataDirectory data) throws IOException {
        if (!Files.exists(data.demo())) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(data.demo())) {
            properties.load(in);
        }
        return Optional.of(new DemoRecord(
                properties.getProperty("partner.id"),
                properties.getProperty("partner.name"),
                properties.getProperty("statement.id")));
    }

    void write(DataDirectory data) throws IOException {
        var properties = new Properties();
        properties.setProperty("partner.id", partnerId);
        properties.setProperty("partner.name", partnerName);
        properties.setProperty("statement.id", statementId);
        try (Writer out = Files.newBufferedWriter(data.demo())) {
            properties.store(out, null);
        }
    }
}
