package dev.kontor.gateway.policy;

/** The kinds of principals (domain.md, "Principals"), by the name their passport carries. */
public enum Kind {
    PARTNER("partner", null),
    LAUNCHED("launched", null),
    CUSTOMER("customer", "customer-admin"),
    OPERATOR("operator", "vendor-operator"),
    REPORTER("reporter", "usage-reporter"),
    ANONYMOUS("anonymous", null);

    private final String claim;
    private final String authority;

    Kind(String claim, String authority) {
        this.claim = claim;
        this.authority = authority;
    }

    public String claim() {
        return claim;
    }

    /** The one thing such a principal holds, in the words of the policy; null where a role or nothing decides. */
    public String authority() {
        return authority;
    }

    /** Whether a partner's role decides what such a principal may do. */
    public boolean actsForPartner() {
        return this == PARTNER || this == LAUNCHED;
    }
}
