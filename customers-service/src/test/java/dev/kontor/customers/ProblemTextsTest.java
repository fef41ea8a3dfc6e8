package dev.kontor.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        assertThat(texts("de").stringPropertyNames()).isEqualTo(texts("en").stringPropertyNames());
    }

    @Test
    void noTextLosesAnythingToTheQuotesOfMessageFormat() throws IOException {
        for (var language : new String[] {"en", "de"}) {
            assertThat(texts(language).values())
                    .allSatisfy(text -> assertThat(new MessageFormat(text.toString()).format(new Object[] {"{0}"}))
                            .isEqualTo(text.toString().replace("''", "'")));
        }
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream("/problems/customers_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
