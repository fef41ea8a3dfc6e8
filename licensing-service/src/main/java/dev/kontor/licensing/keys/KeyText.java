package dev.kontor.licensing.keys;

import dev.kontor.platform.web.text.Folding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A licence key as people type it: 25 characters of Crockford's base 32 in five groups, 115 random bits and two check
 * characters.
 *
 * <p>The check characters are the rest modulo 1021, a prime below 32²: every single wrong character and every two swapped
 * ones are noticed. Case and whatever typing and pasting put between them don't count, and O, I and L are read as the digits they look like.
 */
final class KeyText {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = 32;
    private static final int RANDOM_CHARACTERS = 23;
    private static final int LENGTH = 25;
    private static final int GROUP = 5;
    private static final int MODULUS = 1021;

    /** Without hyphens, in the alphabet's letters. */
    private final String plain;

    private KeyText(String plain) {
        this.plain = plain;
    }

    static KeyText random(SecureRandom random) {
        var text = new StringBuilder(LENGTH);
        for (var i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(BASE)));
        }
        var check = check(text);
        text.append(ALPHABET.charAt(check / BASE)).append(ALPHABET.charAt(check % BASE));
        return new KeyText(text.toString());
    }

    /** The key somebody typed; empty where it can't be one. */
    static Optional<KeyText> read(String typed) {
        var plain = Folding.code(typed).replace('O', '0').replace('I', '1').replace('L', '1');
        if (plain.length() != LENGTH || plain.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        var check = ALPHABET.indexOf(plain.charAt(RANDOM_CHARACTERS)) * BASE
                + ALPHABET.indexOf(plain.charAt(RANDOM_CHARACTERS + 1));
        return check == check(plain.substring(0, RANDOM_CHARACTERS))
                ? Optional.of(new KeyText(plain))
                : Optional.empty();
    }

    /** What is kept of it; so long and so random that nothing needs to be added before. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In groups of five, for people. */
    String grouped() {
        return plain.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static int check(CharSequence text) {
        var rest = 0;
        for (var i = 0; i < text.length(); i++) {
            rest = (rest * BASE + ALPHABET.indexOf(text.charAt(i))) % MODULUS;
        }
        // Shifted by the two places the check takes itself, so that swapping into them is noticed too.
        return rest * BASE * BASE % MODULUS;
    }
}
