package dev.kontor.billing.parties;

import static java.util.Map.entry;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Forms and check digits of VAT numbers by their prefix: the member states of the European Union (as VIES describes them),
 * and neighbours.
 *
 * <p>Where a state has several kinds of numbers and publishes no check digits for one, its form alone decides.
 */
final class VatNumbers {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** A kind of number: what it looks like, and what its digits have in common. */
    private record Kind(Pattern form, Predicate<String> check) {

        static Kind of(String form, Predicate<String> check) {
            return new Kind(Pattern.compile(form), check);
        }

        static Kind of(String form) {
            return of(form, number -> true);
        }

        boolean has(String number) {
            return form.matcher(number).matches() && check.test(number);
        }
    }

    private static final Map<String, List<Kind>> KINDS = Map.ofEntries(
            entry("AT", List.of(Kind.of("U\\d{8}", VatNumbers::austrian))),
            entry("BE", List.of(Kind.of("[01]\\d{9}", VatNumbers::belgian))),
            entry("BG", List.of(Kind.of("\\d{9}", VatNumbers::bulgarian), Kind.of("\\d{10}"))),
            entry("CH", List.of(Kind.of("E\\d{9}(MWST|TVA|IVA|TPV)?", VatNumbers::swiss))),
            entry("CY", List.of(Kind.of("[0-59]\\d{7}[A-Z]", VatNumbers::cypriot))),
            entry("CZ", List.of(Kind.of("[0-8]\\d{7}", VatNumbers::czech), Kind.of("\\d{9,10}"))),
            entry("DE", List.of(Kind.of("[1-9]\\d{8}", VatNumbers::elevenTen))),
            entry("DK", List.of(Kind.of("[1-9]\\d{7}", number -> sum(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0))),
            entry("EE", List.of(Kind.of("10\\d{7}", number -> sum(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0))),
            entry("EL", List.of(Kind.of("\\d{9}", VatNumbers::greek))),
            entry("ES", List.of(Kind.of("[A-Z0-9]\\d{7}[A-Z0-9]", VatNumbers::spanish))),
            entry("FI", List.of(Kind.of("\\d{8}", number -> sum(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0))),
            entry("FR", List.of(Kind.of("[0-9A-HJ-NP-Z]{2}\\d{9}", VatNumbers::french))),
            entry("GB", british()),
            entry("HR", List.of(Kind.of("\\d{11}", VatNumbers::elevenTen))),
            entry("HU", List.of(Kind.of("[1-9]\\d{7}", number -> sum(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0))),
            entry("IE", List.of(Kind.of("\\d{7}[A-W][A-IW]?", VatNumbers::irish), Kind.of("\\d[A-Z+*]\\d{5}[A-W]"))),
            entry("IT", List.of(Kind.of("\\d{11}", VatNumbers::luhn))),
            entry(
                    "LT",
                    List.of(
                            Kind.of("\\d{7}1\\d", VatNumbers::lithuanian),
                            Kind.of("\\d{10}1\\d", VatNumbers::lithuanian))),
            entry("LU", List.of(Kind.of("\\d{8}", number -> part(number, 0, 6) % 89 == part(number, 6, 8)))),
            entry(
                    "LV",
                    List.of(
                            Kind.of("[4-9]\\d{10}", number -> sum(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3),
                            Kind.of("[0-3]\\d{10}"))),
            entry("MT", List.of(Kind.of("[1-9]\\d{7}", number -> sum(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0))),
            entry("NL", List.of(Kind.of("[0-9A-Z]{9}B\\d{2}", VatNumbers::dutch))),
            entry("NO", List.of(Kind.of("\\d{9}(MVA)?", number -> sum(number, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0))),
            entry(
                    "PL",
                    List.of(Kind.of(
                            "\\d{10}", number -> sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9)))),
            entry("PT", List.of(Kind.of("[1-9]\\d{8}", VatNumbers::portuguese))),
            entry("RO", List.of(Kind.of("[1-9]\\d{1,9}", VatNumbers::romanian))),
            entry("SE", List.of(Kind.of("\\d{10}(0[1-9]|[1-9]\\d)", number -> luhn(number.substring(0, 10))))),
            entry("SI", List.of(Kind.of("[1-9]\\d{7}", VatNumbers::slovenian))),
            entry("SK", List.of(Kind.of("[1-9]\\d[2346789]\\d{7}", number -> Long.parseLong(number) % 11 == 0))),
            entry("XI", british()));

    private VatNumbers() {}

    /** Whether there may be such a number; of prefixes that are not listed there is none. */
    static boolean isOne(String prefix, String number) {
        return KINDS.getOrDefault(prefix, List.of()).stream().anyMatch(kind -> kind.has(number));
    }

    private static List<Kind> british() {
        return List.of(
                Kind.of("\\d{9}(\\d{3})?", VatNumbers::britishBusiness),
                // Government departments and health authorities.
                Kind.of("GD[0-4]\\d{2}"),
                Kind.of("HA[5-9]\\d{2}"));
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    private static int part(String number, int from, int until) {
        return Integer.parseInt(number.substring(from, until));
    }

    /** The first digits, each times its weight. */
    private static int sum(String number, int... weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    /** ISO/IEC 7064, MOD 11,10. */
    private static boolean elevenTen(String number) {
        var product = 10;
        for (var i = 0; i < number.length() - 1; i++) {
            var sum = (digit(number, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digit(number, number.length() - 1);
    }

    static boolean luhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = digit(number, number.length() - 1 - i);
            sum += i % 2 == 0 ? digit : doubled(digit);
        }
        return sum % 10 == 0;
    }

    /** The digits of twice a digit, added. */
    private static int doubled(int digit) {
        return 2 * digit / 10 + 2 * digit % 10;
    }

    private static boolean austrian(String number) {
        var sum = 4;
        for (var i = 1; i <= 7; i++) {
            sum += i % 2 == 1 ? digit(number, i) : doubled(digit(number, i));
        }
        return (10 - sum % 10) % 10 == digit(number, 8);
    }

    private static boolean belgian(String number) {
        return 97 - part(number, 0, 8) % 97 == part(number, 8, 10);
    }

    private static boolean bulgarian(String number) {
        var check = sum(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10) {
            check = sum(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        }
        return check == digit(number, 8);
    }

    private static boolean swiss(String number) {
        return sum(number.substring(1), 5, 4, 3, 2, 7, 6, 5, 4, 1) % 11 == 0;
    }

    private static boolean cypriot(String number) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        var sum = 0;
        for (var i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? odd[digit(number, i)] : digit(number, i);
        }
        return number.charAt(8) == 'A' + sum % 26;
    }

    private static boolean czech(String number) {
        return (11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(number, 7);
    }

    private static boolean greek(String number) {
        return sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8);
    }

    private static boolean spanish(String number) {
        var first = number.charAt(0);
        var check = number.charAt(8);
        if (Character.isDigit(first)) {
            return check == personal(number.substring(0, 8));
        }
        if ("XYZ".indexOf(first) >= 0) {
            return check == personal("XYZ".indexOf(first) + number.substring(1, 8));
        }
        if ("KLM".indexOf(first) >= 0) {
            return check == personal(number.substring(1, 8));
        }
        if ("ABCDEFGHJNPQRSUVW".indexOf(first) < 0) {
            return false;
        }
        var sum = 0;
        for (var i = 1; i <= 7; i++) {
            sum += i % 2 == 0 ? digit(number, i) : doubled(digit(number, i));
        }
        var expected = (10 - sum % 10) % 10;
        var isDigit = check == '0' + expected && "NPQRSW".indexOf(first) < 0;
        var isLetter = check == "JABCDEFGHI".charAt(expected) && "ABEH".indexOf(first) < 0;
        return isDigit || isLetter;
    }

    private static char personal(String digits) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23);
    }

    private static boolean french(String number) {
        var siren = number.substring(2);
        // Monaco's have no check digit of their own.
        if (!siren.startsWith("000") && !luhn(siren)) {
            return false;
        }
        var key = number.substring(0, 2);
        return !key.chars().allMatch(Character::isDigit)
                || (12 + 3 * (Integer.parseInt(siren) % 97)) % 97 == Integer.parseInt(key);
    }

    private static boolean britishBusiness(String number) {
        var sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + part(number, 7, 9);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static boolean irish(String number) {
        var sum = sum(number, 8, 7, 6, 5, 4, 3, 2);
        if (number.length() == 9) {
            sum += 9 * "WABCDEFGHI".indexOf(number.charAt(8));
        }
        return number.charAt(7) == "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23);
    }

    private static boolean lithuanian(String number) {
        var check = turning(number, 1) % 11;
        if (check == 10) {
            check = turning(number, 3) % 11 % 10;
        }
        return check == digit(number, number.length() - 1);
    }

    /** All digits but the last, times 1 to 9 in turn, beginning at a weight. */
    private static int turning(String number, int first) {
        var sum = 0;
        for (var i = 0; i < number.length() - 1; i++) {
            sum += ((first - 1 + i) % 9 + 1) * digit(number, i);
        }
        return sum;
    }

    private static boolean dutch(String number) {
        var digits = number.substring(0, 9);
        if (digits.chars().allMatch(Character::isDigit)
                && sum(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(digits, 8)) {
            return true;
        }
        // Sole traders' since 2020: ISO/IEC 7064, MOD 97-10, with the prefix.
        return ninetySeven("NL" + number) == 1;
    }

    /** Letters as numbers from 10 on, and the remainder of all. */
    static int ninetySeven(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    private static boolean portuguese(String number) {
        var check = 11 - sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check > 9 ? 0 : check) == digit(number, 8);
    }

    private static boolean romanian(String number) {
        var padded = "0".repeat(10 - number.length()) + number;
        return sum(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(padded, 9);
    }

    private static boolean slovenian(String number) {
        var check = 11 - sum(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == digit(number, 7);
    }
}
