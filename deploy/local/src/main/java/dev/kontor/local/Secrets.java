package dev.kontor.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.HexFormat;

/** Keys and passwords of one data directory, made on first use and readable by their owner alone. */
record Secrets(Path folder) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static String word() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A password, such as that of a database role. */
    String password(String role) throws IOException {
        return keep(role + ".password", Secrets::word).strip();
    }

    /** A file with an RSA-2048 private key, PKCS#8 in PEM. */
    Path signingKey(String process) throws IOException {
        keep(process + ".pem", Secrets::pem);
        return folder.resolve(process + ".pem");
    }

    /** What a process seals secrets in its database with: 32 bytes in Base64. */
    String sealingKey(String process) throws IOException {
        return keep(process + ".seal", Secrets::key).strip();
    }

    /** The development issuer's key; kept, so that its tokens outlive a restart. */
    JWK issuerKey() throws IOException {
        var json = keep("issuer.jwk", () -> new RSAKeyGenerator(2048).generate().toJSONString());
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IOException("Not a key: " + folder.resolve("issuer.jwk"), e);
        }
    }

    private String keep(String name, Source source) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var unfinished = folder.resolve(name + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(unfinished, source.make());
            } catch (JOSEException | NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            Files.move(unfinished, file);
        }
        return Files.readString(file);
    }

    private static String key() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String pem() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private interface Source {
        String make() throws JOSEException, NoSuchAlgorithmException;
    }
}
