package dev.kontor.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Sends requests that no HTTP client would send, byte by byte, each on a connection of its own. */
final class RawHttp {

    private static final int PATIENCE_MS = 60_000;
    private static final String LINE = "\r\n";

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    /** Names of headers are in small letters. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer send(Request request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes(request));
            return read(socket.getInputStream().readAllBytes());
        }
    }

    private static byte[] bytes(Request request) {
        var head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1" + LINE);
        head.append("Host: edges").append(LINE).append("Connection: close").append(LINE);
        request.headers().forEach((name, value) -> head.append(name + ": " + value + LINE));
        if (request.body() != null) {
            head.append("Content-Length: " + request.body().length + LINE);
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append(LINE).toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(request.body() == null ? new byte[0] : request.body());
        return all.toByteArray();
    }

    private static Answer read(byte[] all) throws IOException {
        var text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(LINE + LINE);
        if (end < 0) {
            throw new AssertionError("No answer but " + text);
        }
        var lines = text.substring(0, end).split(LINE, -1);
        var headers = new TreeMap<String, String>();
        for (var line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        var body = text.substring(end + 2 * LINE.length());
        var bytes = (headers.containsKey("transfer-encoding") ? unchunked(body) : body)
                .getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(
                Integer.parseInt(lines[0].split(" ", 3)[1]),
                headers,
                "gzip".equals(headers.get("content-encoding")) ? unzipped(bytes) : bytes);
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String unchunked(String body) {
        var whole = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf(LINE, at);
            int length = Integer.parseInt(body.substring(at, line).strip(), 16);
            whole.append(body, line + 2, line + 2 + length);
            at = length == 0 ? body.length() : line + 4 + length;
        }
        return whole.toString();
    }
}
