package dev.kontor.reporting.dashboards;

import java.util.Locale;

/** A text in both languages; what a person wrote is the same in both. */
public record LocalText(String en, String de) {
    public static LocalText of(String text) {
        return new LocalText(text, text);
    }

    public String in(Locale locale) {
        return Locale.GERMAN.getLanguage().equals(locale.getLanguage()) ? de : en;
    }
}
