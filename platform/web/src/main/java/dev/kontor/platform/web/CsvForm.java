package dev.kontor.platform.web;

import java.util.Locale;

/**
 * How a table goes out (api.md, "CSV"): what parts its fields, and how decimals are written.
 *
 * @param decimal a comma only beside another separator
 */
public record CsvForm(char separator, char decimal) {

    /** Which encoding, so that nobody guesses. */
    public static final String CONTENT_TYPE = "text/csv;charset=UTF-8";

    /** What a request asks for: by {@code Accept-Language} and {@code ?separator=}, each of which may be null. */
    public static CsvForm of(String acceptLanguage, String separator) {
        var german = ProblemCatalog.language(acceptLanguage).equals(Locale.GERMAN);
        var parted = separator == null ? german ? ';' : ',' : separator(separator);
        return new CsvForm(parted, german && parted != ',' ? ',' : '.');
    }

    /** Distinguishes the forms in tags. */
    public String code() {
        return Integer.toHexString(separator) + Integer.toHexString(decimal);
    }

    /** A bare {@code ;} ends a parameter for some servers, so nothing but that can be meant by an empty one. */
    private static char separator(String name) {
        return switch (name) {
            case ",", "comma" -> ',';
            case ";", "semicolon", "" -> ';';
            case "\t", "tab" -> '\t';
            default -> throw Problems.invalid(InputError.parameter("separator", "one-of", "comma, semicolon, tab"));
        };
    }
}
