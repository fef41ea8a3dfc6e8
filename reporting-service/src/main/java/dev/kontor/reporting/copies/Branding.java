package dev.kontor.reporting.copies;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer and its partner as documents show them; a logo's hash is null where there is none that can be had. */
public record Branding(
        UUID partnerId,
        String partnerName,
        @Nullable String partnerLogo,
        Locale partnerLocale,
        String customerName,
        @Nullable String customerLogo) {}
