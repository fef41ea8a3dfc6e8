package dev.kontor.gateway.policy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One principal of each kind, by the letter that the route table calls it. */
public final class People {

    public static final UUID PARTNER = UUID.fromString("01930000-0000-7000-8000-000000000001");
    public static final UUID CUSTOMER = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final Set<String> PROGRAMS = Set.of("msp-flex", "msp-flex-connect");

    static final Map<Character, Principal> BY_LETTER = Map.of(
            'S', partner(Role.SUPER_ADMIN),
            'A', partner(Role.ADMIN),
            'B', partner(Role.BUSINESS_ADMIN),
            'H', partner(Role.HELP_DESK),
            'R', partner(Role.READ_ONLY),
            'c', Principal.customer("claire", CUSTOMER),
            'o', Principal.operator("oscar"),
            'u', Principal.reporter("meter"),
            'l', launched(Role.SUPER_ADMIN, PolicyFile.load().matrix().keySet()));

    private People() {}

    static Principal partner(Role role) {
        return Principal.partner("sam", role, PARTNER, PROGRAMS, Set.of(), false);
    }

    static Principal launched(Role role, Set<String> scopes) {
        return Principal.launched("sam", role, PARTNER, CUSTOMER, PROGRAMS, scopes, "sam", "s1");
    }

    static Principal withScopes(Role role, String... scopes) {
        return Principal.partner("sam", role, PARTNER, PROGRAMS, Set.of(scopes), false);
    }

    static Principal automation(Role role, String... scopes) {
        return Principal.partner("bot", role, PARTNER, PROGRAMS, Set.of(scopes), true);
    }
}
