package dev.kontor.reporting.dashboards;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The dashboards every customer has, as {@code dashboards/vendor.json} describes them. */
final class VendorDashboards {

    private static final List<Dashboard> ALL = read();

    private VendorDashboards() {}

    private record Described(String id, LocalText name, List<Widget> widgets) {}

    static List<Dashboard> all() {
        return ALL;
    }

    static Optional<Dashboard> find(String id) {
        return ALL.stream().filter(dashboard -> dashboard.id().equals(id)).findFirst();
    }

    private static List<Dashboard> read() {
        try (InputStream in = VendorDashboards.class.getResourceAsStream("/dashboards/vendor.json")) {
            return new ObjectMapper()
                    .readValue(in, new TypeReference<List<Described>>() {}).stream()
                            .map(d -> new Dashboard(d.id(), d.name(), true, 0, d.widgets()))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
