package dev.kontor.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Strong entity tags {@code "<version>.<digest>"} (RFC 9110, section 8.8.3): the version changes with what callers can
 * edit and alone counts for {@code If-Match}; the whole counts for {@code If-None-Match}.
 */
@Singleton
public final class EntityTags {

    private static final int DIGEST_BYTES = 8;

    private final ObjectMapper mapper;

    EntityTags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** 200 with the view and its tag, or 304 where the caller has it already. */
    public Response ok(HttpHeaders headers, long version, Object view) {
        var tag = tag(version, view);
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && listed(known).anyMatch(t -> t.equals("*") || t.equals(tag))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(view).header(HttpHeaders.ETAG, tag).build();
    }

    /** 200 with what a call made of it, and its tag. */
    public Response changed(long version, Object view) {
        return Response.ok(view).header(HttpHeaders.ETAG, tag(version, view)).build();
    }

    /**
     * Refuses a change of a version the caller has not seen.
     *
     * @throws Problem 412 {@code version-conflict} when {@code If-Match} names other versions only
     */
    public void requireMatch(HttpHeaders headers, long version) {
        var wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (wanted != null && listed(wanted).noneMatch(t -> t.equals("*") || t.startsWith("\"" + version + "."))) {
            throw Problems.versionConflict();
        }
    }

    /**
     * The same where a call creates what does not exist yet.
     *
     * @param version empty where nothing exists: that matches no tag, not even {@code *} (RFC 9110, section 13.1.1)
     */
    public void requireMatch(HttpHeaders headers, OptionalLong version) {
        if (version.isPresent()) {
            requireMatch(headers, version.getAsLong());
        } else if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
            throw Problems.versionConflict();
        }
    }

    /** The tag of a view. */
    public String tag(long version, Object view) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(view));
            return "\"" + version + "." + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "\"";
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> listed(String header) {
        return Arrays.stream(header.split(",")).map(String::strip);
    }
}
