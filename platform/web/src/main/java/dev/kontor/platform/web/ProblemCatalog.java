package dev.kontor.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The texts of every problem in English and German, read once from the bundles on the class path.
 *
 * <p>Each module brings {@code problems/<module>_en.properties} and {@code …_de.properties} and lists itself in
 * {@code problems/bundles}; a code lives in exactly one of them.
 */
public final class ProblemCatalog {

    /** The languages people read here; the first is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String INDEX = "problems/bundles";
    private static final ProblemCatalog INSTANCE = new ProblemCatalog();

    private final Map<Locale, Properties> texts;

    private ProblemCatalog() {
        texts = LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(l -> l, ProblemCatalog::read));
    }

    public static ProblemCatalog get() {
        return INSTANCE;
    }

    /** The best of our languages for an {@code Accept-Language} header (RFC 4647 lookup); English when none fits. */
    public static Locale language(String acceptLanguage) {
        return Languages.best(acceptLanguage, LANGUAGES);
    }

    public String title(String code, Locale language) {
        return text(code + ".title", language);
    }

    public String detail(Problem problem, Locale language) {
        return text(problem.code() + ".detail", language, problem.arguments());
    }

    public String detail(InputError error, Locale language) {
        return error.detail() != null ? error.detail() : text("input." + error.code(), language, error.arguments());
    }

    /** What a problem's page says: a text of its own where the detail has places for what it is about. */
    public String explanation(String code, Locale language) {
        var mine = texts.get(language);
        return mine.getProperty(
                code + ".page", mine.getProperty(code + ".detail", "").replace("''", "'"));
    }

    /** Every code that has texts, sorted. */
    public Set<String> codes() {
        return texts.get(LANGUAGES.get(0)).stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.substring(0, key.length() - ".title".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(String key, Locale language, Object... arguments) {
        var pattern = texts.get(language).getProperty(key);
        return pattern == null ? key : new MessageFormat(pattern, language).format(arguments);
    }

    private static Properties read(Locale language) {
        var all = new Properties();
        for (var module : modules()) {
            var file = "problems/" + module + "_" + language.getLanguage() + ".properties";
            try (var in = loader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("no " + file + " on the class path");
                }
                all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static Set<String> modules() {
        try {
            var names = new TreeSet<String>();
            for (URL index : Collections.list(loader().getResources(INDEX))) {
                try (var in = index.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        var context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : ProblemCatalog.class.getClassLoader();
    }
}
