package dev.kontor.licensing.licenses;

import dev.kontor.platform.web.Problem;

/** Why products can't be chosen. */
final class ChoiceProblem {

    private ChoiceProblem() {}

    /** The account's licences are not the caller's to choose; {@code code} is one of {@link Holder#refusal}. */
    static Problem refused(String code) {
        return switch (code) {
            case "role-required" -> Problem.of(403, code);
            case "program-required" -> Problem.of(403, code, "msp-flex").with("program", "msp-flex");
            default -> Problem.of(409, code);
        };
    }
}
