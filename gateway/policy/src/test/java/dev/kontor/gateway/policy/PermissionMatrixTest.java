package dev.kontor.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix of domain.md, cell by cell. */
class PermissionMatrixTest {

    private static final Policy POLICY = PolicyFile.load();

    @ParameterizedTest
    @CsvSource({
        // permission,          super, admin, business, help-desk, read-only
        "customers:read,        x, x, x, x, x",
        "licenses:read,         x, x, x, x, x",
        "groups:read,           x, x, x, x, x",
        "customers:write,       x, x, x, -, -",
        "customers:create,      x, -, x, -, -",
        "customers:disconnect,  x, -, -, -, -",
        "customers:launch,      x, x, -, -, -",
        "assistance:request,    x, x, -, -, -",
        "groups:manage,         x, -, -, -, -",
        "licenses:manage,       x, -, x, -, -",
        "branding:manage,       x, x, -, -, -",
        "dashboards:manage,     x, x, -, -, -",
        "reports:export,        x, x, -, x, x",
        "billing:read,          x, x, x, -, x",
        "billing:manage,        x, -, x, -, -",
        "access-log:read,       x, x, -, -, x",
        "integrations:manage,   x, -, -, -, -",
    })
    void givesEachRoleWhatTheDomainSays(
            String permission, String superAdmin, String admin, String business, String helpDesk, String readOnly) {
        var cells = List.of(superAdmin, admin, business, helpDesk, readOnly);
        var roles = List.of(Role.values());
        for (int column = 0; column < roles.size(); column++) {
            var held = POLICY.grant(People.partner(roles.get(column)), People.PROGRAMS)
                    .permissions();
            assertThat(held.contains(permission))
                    .as(roles.get(column).claim())
                    .isEqualTo(cells.get(column).equals("x"));
        }
    }

    @Test
    void hasNoOtherPermission() {
        assertThat(POLICY.matrix()).hasSize(17);
    }

    @Test
    void aLaunchedSessionCanNotLaunchAgain() {
        var launched = People.BY_LETTER.get('l');
        assertThat(POLICY.grant(launched, Set.of()).permissions())
                .contains("customers:read")
                .doesNotContain("customers:launch");
    }
}
