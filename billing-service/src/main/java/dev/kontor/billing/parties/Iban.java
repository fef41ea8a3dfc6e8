package dev.kontor.billing.parties;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An international bank account number (ISO 13616) with its country's length and right check digits, without blanks. */
public record Iban(String text) {

    /** From SWIFT's registry: each country's length. */
    private static final Map<String, Integer> LENGTHS = Arrays.stream(
                    """
                    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
                    ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28
                    LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25
                    QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"""
                            .split("\\s+"))
            .collect(Collectors.toMap(its -> its.substring(0, 2), its -> Integer.valueOf(its.substring(2))));

    private static final int LONGEST = 50;
    private static final int HEAD = 4;

    /** What a bank could have given out; blanks don't count. */
    public static Optional<Iban> of(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var text = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return text.matches("[A-Z]{2}\\d{2}[A-Z0-9]+")
                        && Integer.valueOf(text.length()).equals(LENGTHS.get(text.substring(0, 2)))
                        && VatNumbers.ninetySeven(text.substring(HEAD) + text.substring(0, HEAD)) == 1
                ? Optional.of(new Iban(text))
                : Optional.empty();
    }
}
