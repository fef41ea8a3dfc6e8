package dev.kontor.reporting.dashboards;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Dashboards as a file of the service describes them, in both languages. */
public record Described(String id, LocalText name, List<Widget> widgets) {

    /** Reads a file of {@code dashboards/}. */
    public static List<Described> read(String file) {
        try (var in = Described.class.getResourceAsStream("/dashboards/" + file)) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
