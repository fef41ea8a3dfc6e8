package dev.kontor.platform.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables as text (RFC 4180), as spreadsheets and programs take them; {@link CsvReader} reads what they write. */
public final class Csv {

    /** Without it, Excel takes UTF-8 for the encoding of its country. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Any of these may part fields, in the language a spreadsheet is set to. */
    private static final String SEPARATORS = ",;\t";

    /** Where one begins, in half, full or small width: in front, or behind what some spreadsheet takes for a field's end. */
    private static final Pattern FORMULA = Pattern.compile(
            "(?<=^|[,;\\t\\r\\n])(?=[ \\u00a0\\u3000\"]*[-=+@\\t\\r\\uff0d\\uff1d\\uff0b\\uff20\\ufe62\\ufe63\\ufe66\\ufe6b])");

    private Csv() {}

    /**
     * Rows as text. Null is an empty field, a decimal a number; whatever comes as text is text: nothing in it is a formula,
     * wherever a spreadsheet parts it.
     */
    public static String write(CsvForm form, Stream<? extends List<?>> rows) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        rows.forEach(row -> {
            for (var i = 0; i < row.size(); i++) {
                if (i > 0) {
                    text.append(form.separator());
                }
                text.append(field(form, row.get(i)));
            }
            text.append("\r\n");
        });
        return text.toString();
    }

    private static String field(CsvForm form, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', form.decimal());
        }
        return value instanceof String text ? quoted(harmless(text)) : quoted(value.toString());
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }

    private static String quoted(String value) {
        var quoted = value.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0 || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
