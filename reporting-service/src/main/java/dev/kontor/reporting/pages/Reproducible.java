package dev.kontor.reporting.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Takes the two random things out of a PDF as OpenPDF writes it: the six letters before the name of an embedded
 * subset, and the file's id. Both are replaced in place, so no offset moves; the id becomes a digest of the rest.
 */
final class Reproducible {
    private static final int TAG = 6;
    private static final int ID = 32;
    private static final byte[] TRAILER_ID = ascii("/ID [<");
    /** A tag has to differ between the subsets of one file (ISO 32000-1, 9.6.4). */
    private static final Map<String, String> TAGS = Map.of("+NotoSans-Regular", "KONTRA", "+NotoSans-Bold", "KONTRB");

    private Reproducible() {}

    static byte[] of(byte[] pdf) {
        TAGS.forEach((name, tag) -> tag(pdf, ascii(name), ascii(tag)));
        int id = lastIndexOf(pdf, TRAILER_ID);
        if (id < 0) {
            throw new IllegalStateException("The PDF has no file id.");
        }
        int first = id + TRAILER_ID.length;
        int second = first + ID + 2;
        byte[] digest = ascii(HexFormat.of().formatHex(digest(pdf, first), 0, ID / 2));
        System.arraycopy(digest, 0, pdf, first, ID);
        System.arraycopy(digest, 0, pdf, second, ID);
        return pdf;
    }

    private static void tag(byte[] pdf, byte[] font, byte[] tag) {
        for (int at = indexOf(pdf, font, 0); at >= 0; at = indexOf(pdf, font, at + 1)) {
            if (at > TAG && pdf[at - TAG - 1] == '/') {
                System.arraycopy(tag, 0, pdf, at - TAG, TAG);
            }
        }
    }

    private static byte[] digest(byte[] pdf, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(pdf, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (matches(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] in, byte[] what) {
        for (int i = in.length - what.length; i >= 0; i--) {
            if (matches(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] in, byte[] what, int at) {
        for (int i = 0; i < what.length; i++) {
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
