package dev.kontor.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as text (RFC 4180), as spreadsheets write and read them. */
public final class Csv {

    /** Any of these may part fields, in the language a spreadsheet is set to. */
    private static final String SEPARATORS = ",;\t";

    /** Where one begins, in half or full width: in front, or behind what some spreadsheet takes for the end of a field. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[,;\\t\\r\\n])([ \\u00a0]*[-=+@\\t\\r\\uff0d\\uff1d\\uff0b\\uff20])");

    private Csv() {}

    /** Rows as text; null is an empty field. */
    public static String write(Stream<? extends List<?>> rows) {
        return rows.map(row -> row.stream()
                        .map(value -> field(Objects.toString(value, "")))
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /** Text from outside that a spreadsheet would take for a formula, as plain text. */
    public static String harmless(String text) {
        return text == null ? null : FORMULA.matcher(text).replaceAll("$1'$2");
    }

    /**
     * The rows of a text; empty lines are passed over. Fields are parted by commas, or by semicolons where the first line
     * has those and no comma, as spreadsheets write it where the comma is the decimal sign.
     *
     * @throws MalformedCsv where a quote is never closed, or text follows it
     */
    public static List<List<String>> read(String text) throws MalformedCsv {
        return new Reading(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
    }

    /** A text that is no table. */
    public static final class MalformedCsv extends Exception {
        MalformedCsv(int line) {
            super("row " + line, null, false, false);
        }
    }

    private static String field(String value) {
        boolean quoted = value.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0 || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static final class Reading {

        private final String text;
        private final char separator;
        private final List<List<String>> rows = new ArrayList<>();
        private int at;

        Reading(String text) {
            this.text = text;
            String first = text.lines().findFirst().orElse("");
            this.separator = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        }

        List<List<String>> rows() throws MalformedCsv {
            while (at < text.length()) {
                List<String> row = row();
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    rows.add(row);
                }
            }
            return rows;
        }

        private List<String> row() throws MalformedCsv {
            List<String> row = new ArrayList<>();
            row.add(field());
            while (at < text.length() && text.charAt(at) == separator) {
                at++;
                row.add(field());
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return row;
        }

        private String field() throws MalformedCsv {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int from = at;
            while (at < text.length() && !ends(text.charAt(at))) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() throws MalformedCsv {
            StringBuilder field = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else if (at == text.length() || ends(text.charAt(at))) {
                    return field.toString();
                } else {
                    break;
                }
            }
            throw new MalformedCsv(rows.size() + 1);
        }

        private boolean ends(char c) {
            return c == separator || c == '\r' || c == '\n';
        }
    }
}
