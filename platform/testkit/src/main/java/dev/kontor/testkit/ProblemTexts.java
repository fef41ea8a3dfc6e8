package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module's problems have their texts in every language, and no text is of a problem that is gone. */
public final class ProblemTexts {

    private ProblemTexts() {}

    /** Compares {@code problems/<module>_*.properties} with the codes of the module's enum. */
    public static void check(String module, Stream<String> codes) {
        var expected = codes.collect(Collectors.toCollection(TreeSet::new));
        var english = texts(module, "en");
        for (var texts : List.of(english, texts(module, "de"))) {
            assertThat(keys(texts, ".title")).isEqualTo(expected);
            assertThat(keys(texts, ".detail")).isEqualTo(expected);
            assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            assertThat(keys(texts, ".page"))
                    .as("a page has a text of its own where, and only where, the detail has places")
                    .isEqualTo(withPlaces(texts));
        }
    }

    private static Set<String> keys(Properties texts, String kind) {
        return texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(kind))
                .map(key -> key.substring(0, key.length() - kind.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> withPlaces(Properties texts) {
        return keys(texts, ".detail").stream()
                .filter(code -> texts.getProperty(code + ".detail").contains("{"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String module, String language) {
        var file = "/problems/" + module + "_" + language + ".properties";
        try (var in = new InputStreamReader(ProblemTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
