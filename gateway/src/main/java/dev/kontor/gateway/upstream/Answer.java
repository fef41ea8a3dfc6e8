package dev.kontor.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A whole answer to a small question. */
public record Answer(int status, Buffer body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean ok() {
        return status == 200;
    }

    public boolean notFound() {
        return status == 404;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
