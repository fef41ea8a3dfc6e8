package dev.kontor.customers.accesslog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What a chain's hash covers in the place of a personal value: SHA-256 over a salt and the value. Value and salt can be
 * erased, and nobody can guess the one from the rest any more, while every hash stays as it is (domain.md rule 43).
 *
 * @param salt 32 random bytes; null once the value is erased
 */
record Commitment(byte[] salt, byte[] hash) {

    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** To a value with a salt of its own; null for no value. */
    static Commitment to(String value) {
        if (value == null) {
            return null;
        }
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new Commitment(salt, hash(salt, value));
    }

    /** Whether that is the value, or both it and the salt were erased. */
    boolean isTo(String value) {
        return value == null ? salt == null : salt != null && Arrays.equals(hash(salt, value), hash);
    }

    private static byte[] hash(byte[] salt, String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
