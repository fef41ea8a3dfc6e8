package dev.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads "rule 13" finds it: what code, tests and texts cite is there, under that number. */
class CitationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)\\s]*))?\\)");

    @Test
    void whateverIsCitedExists() {
        var wrong = new ArrayList<String>();
        for (var file : Docs.sources()) {
            var text = Docs.read(Docs.ROOT.resolve(file));
            for (var cited : Citation.in(text, file.startsWith("docs/adr"))) {
                if (!exists(cited)) {
                    wrong.add(file + ":" + cited.line() + " cites " + cited.page() + " " + cited.target());
                }
            }
        }
        assertThat(wrong).as("cited, but not in docs/").isEmpty();
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() {
        var wrong = new ArrayList<String>();
        for (var page : Docs.sources()) {
            if (page.toString().endsWith(".md")) {
                LINK.matcher(Docs.read(Docs.ROOT.resolve(page)))
                        .results()
                        .filter(link -> !leadsSomewhere(page, link.group(1), link.group(2)))
                        .forEach(link -> wrong.add(page + " has " + link.group()));
            }
        }
        assertThat(wrong).as("links that lead nowhere").isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String file, String heading) {
        var target = file.isEmpty()
                ? Docs.ROOT.resolve(page)
                : Docs.ROOT.resolve(page).resolveSibling(file);
        return Files.exists(target) && (heading == null || Docs.headings(target).contains(heading));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "architecture", "style"})
    void numbersStayInOrderWithoutGaps(String page) {
        var numbers = Docs.numbered(page);
        assertThat(numbers)
                .isNotEmpty()
                .containsExactlyElementsOf(Docs.upTo(numbers.size()).toList());
    }

    /** Never fails: some rules are not built yet, and some are a matter of many tests of other names. */
    @Test
    void saysWhichRulesNoTestNames() {
        var unnamed = new TreeSet<>(Docs.numbered("domain"));
        for (var file : Docs.sources()) {
            if (file.toString().contains("src/test/")) {
                Citation.in(Docs.read(Docs.ROOT.resolve(file)), false).stream()
                        .filter(cited ->
                                cited.page().equals("domain") && cited.target().matches("\\d+"))
                        .forEach(cited -> unnamed.remove(Integer.valueOf(cited.target())));
            }
        }
        System.out.println("Rules of domain.md that no test names: " + unnamed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(domain.md rule 13) | domain 13",
                "domain.md, rule 13, and what follows | domain 13",
                "domain.md rules 20, 21 and 23 | domain 20, domain 21, domain 23",
                "Rules 7 to 9. | domain 7, domain 8, domain 9",
                "style rule 5 | style 5",
                "(architecture decision 9) | architecture 9",
                "(architecture.md, decisions 5, 8 and 9) | architecture 5, architecture 8, architecture 9",
                "decision 4 | architecture 4",
                "ADR 012 | adr 012",
                "docs/adr/012-rows.md | adr 012",
                "(api.md, \"lists\" and \"change\") | api lists, api change",
                "409 by rule 7, 503 otherwise | domain 7",
                "every rule, and 3 more decisions | ''",
            })
    void aTextsCitationsAreFound(String text, String expected) {
        assertThat(cited(text))
                .containsExactlyElementsOf(
                        expected.isEmpty()
                                ? List.of()
                                : Stream.of(expected.split(", ")).toList());
    }

    @Test
    void aCitationGoesOnInTheNextLineOfAComment() {
        assertThat(cited("/** Switched off (domain.md,\n     * rule 15). */")).containsExactly("domain 15");
        assertThat(cited("-- it belongs to the vendor (architecture\n-- decision 9)"))
                .containsExactly("architecture 9");
        assertThat(cited("(api.md, \"read\n * your writes\")")).containsExactly("api read your writes");
        assertThat(Citation.in("\n\n(rule 13)", false)).containsExactly(new Citation("domain", "13", 3));
    }

    private static List<String> cited(String text) {
        return Citation.in(text, false).stream()
                .map(cited -> cited.page() + " " + cited.target())
                .toList();
    }

    private static boolean exists(Citation cited) {
        if (cited.page().equals("adr")) {
            return Docs.records().contains(cited.target());
        }
        return cited.target().matches("\\d+")
                ? Docs.numbered(cited.page()).contains(Integer.valueOf(cited.target()))
                : Docs.hasSection(cited.page(), cited.target());
    }
}
