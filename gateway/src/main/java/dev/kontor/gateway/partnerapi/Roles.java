package dev.kontor.gateway.partnerapi;

import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.Role;
import dev.kontor.platform.web.Problems;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The five roles of a partner's administrators as the vendor lists roles; what they may is the policy's to say. */
@Singleton
public class Roles {

    private static final String TYPE = "predefined";
    private static final String PRINCIPAL = "user";

    private final List<RoleView> roles;
    private final List<PermissionSet> permissionSets;

    Roles(Policy policy) {
        roles = Arrays.stream(Role.values())
                .map(role -> RoleView.of(role, policy))
                .toList();
        permissionSets = policy.matrix().keySet().stream()
                .sorted()
                .map(name -> new PermissionSet(name, name))
                .toList();
    }

    /** A list without pages, as the vendor answers this one. */
    public record Items<T>(List<T> items) {}

    /** What a role may, by the names of the policy. */
    public record RoleView(
            UUID id, String name, String description, String type, String principalType, List<String> permissionSets) {

        private static RoleView of(Role role, Policy policy) {
            var permissions = policy.matrix().entrySet().stream()
                    .filter(permission -> permission.getValue().contains(role))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return new RoleView(id(role), name(role), "The role " + role.claim(), TYPE, PRINCIPAL, permissions);
        }

        private static UUID id(Role role) {
            return UUID.nameUUIDFromBytes(("partner-v1/role/" + role.claim()).getBytes(StandardCharsets.UTF_8));
        }

        /** {@code Partner Help Desk}. */
        private static String name(Role role) {
            var name = new StringBuilder();
            for (var word : role.claim().split("-", -1)) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
            return name.toString();
        }
    }

    /** One permission; the vendor's sets have no counterpart. */
    public record PermissionSet(String id, String name) {}

    /** Those of that type and for principals of that type; null asks for all. */
    public Items<RoleView> list(String type, String principalType) {
        boolean any = (type == null || type.equals(TYPE)) && (principalType == null || principalType.equals(PRINCIPAL));
        return new Items<>(any ? roles : List.of());
    }

    public RoleView get(String id) {
        return roles.stream()
                .filter(role -> role.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(Problems::notFound);
    }

    public Items<PermissionSet> permissionSets() {
        return new Items<>(permissionSets);
    }
}
