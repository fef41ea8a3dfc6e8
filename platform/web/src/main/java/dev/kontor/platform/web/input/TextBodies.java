package dev.kontor.platform.web.input;

import dev.kontor.platform.web.CommonProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * Every body of text, whatever reads it then, in the character set it is declared to be in (RFC 9110, section 8.3.2) or
 * begins with a mark of, else in UTF-8; bytes that are none in it are refused by their place.
 */
@Provider
public final class TextBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        if (!isText(type)) {
            return context.proceed();
        }
        var declared = declared(type);
        var text = TextStream.of(context.getInputStream(), declared, isJson(type));
        if (text.isPresent()) {
            context.setInputStream(text.get());
            if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
                context.setMediaType(type.withCharset("UTF-8"));
            }
        }
        return context.proceed();
    }

    private static boolean isText(MediaType type) {
        return type.getType().equalsIgnoreCase("text")
                || isJson(type)
                || subtype(type).equals("x-ndjson");
    }

    private static boolean isJson(MediaType type) {
        return subtype(type).equals("json") || subtype(type).endsWith("+json");
    }

    private static String subtype(MediaType type) {
        return type.getSubtype().toLowerCase(Locale.ROOT);
    }

    /** Null where nothing is declared. */
    private static Charset declared(MediaType type) {
        var name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? null : Charset.forName(name.replace("\"", "").strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem();
        }
    }
}
