package dev.kontor.billing.parties;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A VAT identification number whose form and check digits are right, in its shortest writing.
 *
 * @param prefix of the number: {@code EL} for Greece, {@code XI} for Northern Ireland
 */
public record VatId(String prefix, String text) {

    private static final int LONGEST = 30;
    private static final int PREFIX = 2;

    /** What its country's tax office could have given out; blanks, points and hyphens don't count. */
    public static Optional<VatId> of(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var text = written.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (text.length() <= PREFIX) {
            return Optional.empty();
        }
        var prefix = text.substring(0, PREFIX);
        return VatNumbers.isOne(prefix, text.substring(PREFIX))
                ? Optional.of(new VatId(prefix, text))
                : Optional.empty();
    }

    /** Whether a business in that country (ISO 3166) has such a number. */
    public boolean isOf(String country) {
        return prefixes(country).contains(prefix);
    }

    private static Set<String> prefixes(String country) {
        return switch (country) {
            case "GR" -> Set.of("EL");
            case "GB" -> Set.of("GB", "XI");
            // For VAT, Monaco is a part of France and the Isle of Man one of the United Kingdom; Liechtenstein has
            // Swiss numbers.
            case "MC" -> Set.of("FR");
            case "IM" -> Set.of("GB");
            case "LI" -> Set.of("CH");
            default -> Set.of(country);
        };
    }
}
