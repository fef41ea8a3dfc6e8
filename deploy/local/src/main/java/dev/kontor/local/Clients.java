package dev.kontor.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The automation clients of the development issuer: every partner has one, called by the partner's id. Its secret follows
 * from the id and a key of the data directory, so that nothing has to be registered before it works.
 */
final class Clients {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Clients(SecretKeySpec key) {
        this.key = key;
    }

    static Clients of(Secrets secrets) throws IOException {
        return new Clients(new SecretKeySpec(secrets.password("clients").getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** Whether it is one of theirs, and not a made-up name under which somebody asks for any token. */
    static boolean isOne(String id) {
        return ID.matcher(id).matches();
    }

    String secretOf(String id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(id.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean admit(String id, String secret) {
        return MessageDigest.isEqual(
                secretOf(id).getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
