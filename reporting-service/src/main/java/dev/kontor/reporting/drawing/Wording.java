package dev.kontor.reporting.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words, numbers and dates of one language. Patterns are written out rather than taken from the JDK's locale data,
 * which differs between releases: the same snapshot must give the same bytes on every JDK.
 */
public final class Wording {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal[] SCALES = {
        new BigDecimal("1e15"),
        new BigDecimal("1e12"),
        new BigDecimal("1e9"),
        new BigDecimal("1e6"),
        new BigDecimal("1e3")
    };

    private final Locale locale;
    private final ResourceBundle texts;
    private final DecimalFormatSymbols symbols;

    private Wording(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "texts.reporting",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(text("format.decimal").charAt(0));
        symbols.setGroupingSeparator(text("format.grouping").charAt(0));
        // An en dash, which is as wide as a minus: the typeface has no U+2212.
        symbols.setMinusSign('–');
    }

    private static final Wording ENGLISH = new Wording(Locale.ENGLISH);
    private static final Wording GERMAN = new Wording(Locale.GERMAN);

    /** German for any German locale, else English. */
    public static Wording of(Locale locale) {
        return Locale.GERMAN.getLanguage().equals(locale.getLanguage()) ? GERMAN : ENGLISH;
    }

    public Locale locale() {
        return locale;
    }

    public String text(String key, Object... arguments) {
        var pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The text of a label's code, or the label itself where it is no code. */
    public String label(String label) {
        var key = "label." + label;
        return texts.containsKey(key) ? texts.getString(key) : label;
    }

    public String number(BigDecimal value) {
        return decimals("#,##0.######").format(value);
    }

    /** With exactly the given number of decimals. */
    public String fixed(BigDecimal value, int digits) {
        return decimals(digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits)).format(value);
    }

    /** Three digits and a word for the power of ten, for numbers too wide to be written out. */
    public String compact(BigDecimal value) {
        for (var scale : SCALES) {
            if (value.abs().compareTo(scale) >= 0) {
                var scaled = value.divide(scale, 1, RoundingMode.HALF_UP);
                return decimals("#,##0.#").format(scaled)
                        + '\u00A0'
                        + text("format.scale." + (scale.precision() - scale.scale() - 1));
            }
        }
        return decimals("#,##0.##").format(value);
    }

    /** Whole percent; what is neither nothing nor all is never rounded to nothing or all. */
    public String percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return "–";
        }
        var exact = part.multiply(HUNDRED).divide(whole, 6, RoundingMode.HALF_UP);
        var rounded = exact.setScale(0, RoundingMode.HALF_UP);
        if (part.signum() > 0 && rounded.signum() == 0) {
            return text("format.percent.below", "1");
        }
        if (part.compareTo(whole) < 0 && rounded.compareTo(HUNDRED) == 0) {
            return text("format.percent.above", "99");
        }
        return text("format.percent", number(rounded));
    }

    /** Amount with its ISO 4217 code behind it, as the locale writes the number. */
    public String money(BigDecimal amount, String currency, int digits) {
        return fixed(amount, digits) + '\u00A0' + currency;
    }

    public String date(LocalDate date) {
        return format("format.date", date);
    }

    /** With the month as a number or cut short, for tables. */
    public String mediumDate(LocalDate date) {
        return format("format.date.medium", date);
    }

    public String shortDate(LocalDate date) {
        return format("format.date.short", date);
    }

    public String month(YearMonth month) {
        return format("format.month", month);
    }

    public String shortMonth(YearMonth month) {
        return format("format.month.short", month);
    }

    /** Date and time to the minute, in UTC and saying so. */
    public String time(Instant instant) {
        return format("format.time", instant.atOffset(ZoneOffset.UTC));
    }

    private String format(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(text(pattern), locale).format(value);
    }

    private DecimalFormat decimals(String pattern) {
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
