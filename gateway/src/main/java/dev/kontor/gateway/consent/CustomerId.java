package dev.kontor.gateway.consent;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id in its one full spelling; {@link UUID#fromString} alone also takes shortened ones. */
public final class CustomerId {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private CustomerId() {}

    static boolean isOne(String text) {
        return CANONICAL.matcher(text).matches();
    }

    public static Optional<UUID> parse(String text) {
        return isOne(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
