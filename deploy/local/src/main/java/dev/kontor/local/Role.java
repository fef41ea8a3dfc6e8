package dev.kontor.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The role claim values of a caller's token (domain: principals, roles). */
enum Role {
    PARTNER_SUPER_ADMIN("super-admin"),
    PARTNER_ADMIN("admin"),
    PARTNER_BUSINESS_ADMIN("business-admin"),
    PARTNER_HELP_DESK("help-desk"),
    PARTNER_READ_ONLY("read-only"),
    CUSTOMER_ADMIN("customer-admin"),
    VENDOR_OPERATOR("operator"),
    USAGE_REPORTER("reporter");

    private final String shortName;

    Role(String shortName) {
        this.shortName = shortName;
    }

    static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(word) || role.shortName.equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal("Unknown role " + word + "; one of "
                        + Arrays.stream(values()).map(Role::claim).collect(Collectors.joining(", "))));
    }

    String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean ofPartner() {
        return name().startsWith("PARTNER_");
    }

    /** One subject per role and partner (or customer), so that the same words give the same person. */
    String defaultSubject(String owner) {
        return shortName + "@" + (owner == null ? "kontor" : owner);
    }
}
