package dev.kontor.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        var english = texts("en");
        var german = texts("de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        // A single quote starts quoting in a MessageFormat, and would swallow what follows.
        assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(german.values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream("/problems/reporting_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
