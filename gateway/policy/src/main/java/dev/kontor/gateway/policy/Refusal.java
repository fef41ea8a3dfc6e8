package dev.kontor.gateway.policy;

/**
 * Why the policy says no.
 *
 * @param needed what would have been needed: permissions or a programme
 */
public record Refusal(Reason reason, String needed) {

    /** In the order in which they are looked at. */
    public enum Reason {
        ROLE_REQUIRED("role-required"),
        PROGRAM_REQUIRED("program-required"),
        SCOPE_REQUIRED("scope-required");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The problem's code. */
        public String code() {
            return code;
        }
    }
}
