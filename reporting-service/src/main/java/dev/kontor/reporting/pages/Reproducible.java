package dev.kontor.reporting.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Replaces the random id that OpenPDF gives a file, in place, with a digest of the rest. */
final class Reproducible {

    private static final int ID = 32;
    private static final byte[] TRAILER_ID = ascii("/ID [<");

    private Reproducible() {}

    static byte[] of(byte[] pdf) {
        var id = lastIndexOf(pdf, TRAILER_ID);
        if (id < 0) {
            throw new IllegalStateException("The PDF has no file id.");
        }
        var first = id + TRAILER_ID.length;
        var second = first + ID + 2;
        var digest = ascii(HexFormat.of().formatHex(digest(pdf, first), 0, ID / 2));
        System.arraycopy(digest, 0, pdf, first, ID);
        System.arraycopy(digest, 0, pdf, second, ID);
        return pdf;
    }

    private static byte[] digest(byte[] pdf, int length) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(pdf, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lastIndexOf(byte[] in, byte[] what) {
        for (var i = in.length - what.length; i >= 0; i--) {
            if (matches(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] in, byte[] what, int at) {
        for (var i = 0; i < what.length; i++) {
            if (in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
