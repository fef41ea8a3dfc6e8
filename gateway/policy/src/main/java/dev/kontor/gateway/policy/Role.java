package dev.kontor.gateway.policy;

import java.util.Arrays;
import java.util.Optional;

/** The five roles of a partner's administrators. */
public enum Role {
    SUPER_ADMIN,
    ADMIN,
    BUSINESS_ADMIN,
    HELP_DESK,
    READ_ONLY;

    private static final String CLAIM_PREFIX = "partner-";

    private final String label = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

    /** The role's column in the policy file, {@code help-desk}. */
    public String label() {
        return label;
    }

    /** The role's value in a token, {@code partner-help-desk}. */
    public String claim() {
        return CLAIM_PREFIX + label;
    }

    public static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }

    public static Optional<Role> ofClaim(String claim) {
        return claim.startsWith(CLAIM_PREFIX) ? ofLabel(claim.substring(CLAIM_PREFIX.length())) : Optional.empty();
    }
}
