package dev.kontor.gateway.docs;

import dev.kontor.gateway.proxy.Compression;
import dev.kontor.platform.web.Acceptance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Something that is the same for everyone until the next release, compressed once. */
record Content(String type, Buffer plain, Buffer compressed, String tag) {

    static Content of(String type, byte[] bytes) {
        return new Content(type, Buffer.buffer(bytes), Buffer.buffer(compress(bytes)), digest(bytes));
    }

    private static byte[] compress(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Answers it, or throws 406 where another type is asked for. */
    void send(HttpServerRequest request) {
        Acceptance.of(request.headers().getAll(HttpHeaders.ACCEPT)).best(List.of(type.replaceFirst(";.*", "")));
        request.resume();
        boolean gzip = Compression.isWanted(request);
        var entityTag = "\"" + tag + (gzip ? ".gz" : "") + "\"";
        var response = request.response()
                .putHeader(HttpHeaders.ETAG, entityTag)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        if (entityTag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(gzip ? compressed : plain);
    }
}
