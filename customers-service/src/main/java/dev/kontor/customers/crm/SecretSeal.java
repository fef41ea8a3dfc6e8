package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals secrets for the database with AES-256-GCM, each bound to the partner it is of. */
@ApplicationScoped
class SecretSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKey> key;

    @Inject
    SecretSeal(CrmConfig config) {
        this(config.secretKey());
    }

    SecretSeal(Optional<String> base64) {
        key = base64.map(SecretSeal::key);
    }

    boolean isPossible() {
        return key.isPresent();
    }

    byte[] seal(UUID partnerId, String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, partnerId).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws CrmFailure where it was sealed with another key, or for another partner
     */
    String open(UUID partnerId, byte[] sealed) throws CrmFailure {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            var opened = cipher(Cipher.DECRYPT_MODE, nonce, partnerId)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalStateException e) {
            throw CrmFailure.of(CrmReason.SECRET_UNREADABLE);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID partnerId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                key.orElseThrow(() -> new IllegalStateException("kontor.crm.secret-key is not set")),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(partnerId.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey key(String base64) {
        var bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("kontor.crm.secret-key must be 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
