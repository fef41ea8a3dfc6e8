package dev.kontor.licensing.repeats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What two calls have in common that want the same; their texts, which may hold names of people, are not kept. */
@ApplicationScoped
public class Fingerprints {

    private final ObjectMapper mapper;

    Fingerprints(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Of a record, by its type and its JSON; 64 hexadecimal digits. */
    public String of(Record wanted) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(mapper.writeValueAsBytes(wanted.getClass().getName()));
            return HexFormat.of().formatHex(digest.digest(mapper.writeValueAsBytes(wanted)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
