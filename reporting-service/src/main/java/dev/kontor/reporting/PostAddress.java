package dev.kontor.reporting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where somebody receives post, as other services send it; all but the lines may be missing. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PostAddress(
        @NotNull List<@NotNull String> lines, String city, String state, String countryCode, String postalCode) {

    /** Street and place as they are written on letters. */
    public List<String> written() {
        var written = new ArrayList<>(lines);
        var place = joined(" ", joined("-", countryCode, postalCode), city, state);
        if (!place.isEmpty()) {
            written.add(place);
        }
        return written;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
    }
}
