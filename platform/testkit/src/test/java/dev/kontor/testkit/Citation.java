package dev.kontor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a text refers to in {@code docs/}.
 *
 * @param page whose numbered rule, decision or section it is; {@code adr} for a decision record
 * @param target a number, or the words of a heading, a table's first cell or a bold beginning
 * @param line of the text, from 1
 */
record Citation(String page, String target, int line) {

    private static final String PAGES = "domain|api|architecture|style|partner-v1";

    /** Between two words: also the end of a line and what begins the next one in a comment. */
    private static final String GAP = "(?:[\\s*#]|//|--)+";

    private static final Pattern RULES =
            Pattern.compile("(?i)(style(?:\\.md)?,?" + GAP + ")?\\brules?" + GAP + "(" + list("\\d{1,2}") + ")\\b");

    /** One or two digits are a decision of the architecture's, three a record. */
    private static final Pattern DECISIONS =
            Pattern.compile("(?i)\\b(?:decisions?|ADRs?)" + GAP + "(" + list("\\d{1,3}") + ")\\b");

    private static final Pattern RECORD_FILE = Pattern.compile("\\badr/(\\d{3})\\b");

    private static final Pattern RECORD_IN_BRACKETS = Pattern.compile("\\((0\\d\\d(?:, 0\\d\\d)*)\\)");

    private static final Pattern SECTIONS = Pattern.compile(
            "\\b(" + PAGES + ")\\.md,?" + GAP + "(\"[^\"]++\"(?:" + GAP + "and" + GAP + "\"[^\"]++\")*+)");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]++)\"");

    private static final Pattern NUMBER = Pattern.compile("(to" + GAP + ")?(\\d++)");

    /** Numbers one after the other, as "7, 8 and 10 to 12"; a longer number ends the list. */
    private static String list(String number) {
        var word = ",?" + GAP + "(?:and|or|to)" + GAP;
        return number + "(?!\\d)(?:(?:," + GAP + "|" + word + ")" + number + "(?!\\d))*+";
    }

    /** All of a text; {@code records} where a bare number in brackets is a decision record, as these cite each other. */
    static List<Citation> in(String text, boolean records) {
        var found = new ArrayList<Citation>();
        RULES.matcher(text).results().forEach(rules -> numbers(rules.group(2))
                .forEach(number -> found.add(
                        new Citation(rules.group(1) == null ? "domain" : "style", "" + number, line(text, rules)))));
        DECISIONS.matcher(text).results().forEach(decisions -> numbers(decisions.group(1))
                .forEach(number -> found.add(
                        decisions.group(1).matches("\\d{3}.*")
                                ? record(number, line(text, decisions))
                                : new Citation("architecture", "" + number, line(text, decisions)))));
        RECORD_FILE
                .matcher(text)
                .results()
                .forEach(file -> found.add(record(Integer.parseInt(file.group(1)), line(text, file))));
        SECTIONS.matcher(text).results().forEach(sections -> QUOTED.matcher(sections.group(2))
                .results()
                .forEach(quoted -> found.add(
                        new Citation(sections.group(1), quoted.group(1).replaceAll(GAP, " "), line(text, sections)))));
        if (records) {
            RECORD_IN_BRACKETS.matcher(text).results().forEach(cited -> numbers(cited.group(1))
                    .forEach(number -> found.add(record(number, line(text, cited)))));
        }
        return found;
    }

    private static Citation record(int number, int line) {
        return new Citation("adr", "%03d".formatted(number), line);
    }

    /** "7, 8 and 10 to 12" as its numbers. */
    private static Stream<Integer> numbers(String list) {
        var numbers = new ArrayList<Integer>();
        NUMBER.matcher(list).results().forEach(number -> {
            var next = Integer.parseInt(number.group(2));
            if (number.group(1) == null) {
                numbers.add(next);
            } else {
                IntStream.rangeClosed(numbers.get(numbers.size() - 1) + 1, next).forEach(numbers::add);
            }
        });
        return numbers.stream();
    }

    private static int line(String text, MatchResult match) {
        return 1
                + (int) text.substring(0, match.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
