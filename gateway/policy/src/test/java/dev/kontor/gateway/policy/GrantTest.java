package dev.kontor.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Policy POLICY = PolicyFile.load();

    @Test
    void aScopeOfTheMatrixNarrows() {
        var grant = POLICY.grant(People.withScopes(Role.ADMIN, "customers:read", "openid"), Set.of());
        assertThat(grant.permissions()).containsExactly("customers:read");
    }

    @Test
    void scopesFromElsewhereDoNotNarrowAPerson() {
        var grant = POLICY.grant(People.withScopes(Role.ADMIN, "openid", "profile"), Set.of());
        assertThat(grant.permissions()).contains("customers:write", "customers:launch");
    }

    @Test
    void anyScopesNarrowAnAutomationClient() {
        assertThat(POLICY.grant(People.automation(Role.SUPER_ADMIN, "openid"), Set.of())
                        .permissions())
                .isEmpty();
        assertThat(POLICY.grant(People.automation(Role.SUPER_ADMIN), Set.of()).permissions())
                .isEmpty();
    }

    @Test
    void aLaunchedSessionMayWhatItsRoleAndWhoLaunchedItMay() {
        assertThat(POLICY.grant(
                                People.launched(Role.SUPER_ADMIN, Set.of("customers:launch", "reports:export")),
                                Set.of())
                        .permissions())
                .containsExactly("reports:export");
        assertThat(POLICY.grant(People.launched(Role.READ_ONLY, Set.of("reports:export", "branding:manage")), Set.of())
                        .permissions())
                .containsExactly("reports:export");
        assertThat(POLICY.grant(People.launched(Role.SUPER_ADMIN, Set.of()), Set.of())
                        .permissions())
                .isEmpty();
    }

    @Test
    void aScopeNeverGivesWhatTheRoleLacks() {
        var grant = POLICY.grant(People.automation(Role.READ_ONLY, "customers:read", "customers:launch"), Set.of());
        assertThat(grant.permissions()).containsExactly("customers:read");
    }

    @Test
    void aProgrammeNeedsBothTokenAndRecord() {
        var principal = Principal.partner("sam", Role.SUPER_ADMIN, People.PARTNER, Set.of("msp-flex"), Set.of(), false);
        assertThat(POLICY.grant(principal, Set.of("msp-flex", "msp-flex-connect"))
                        .programs())
                .containsExactly("msp-flex");
        assertThat(POLICY.grant(principal, Set.of()).programs()).isEmpty();
    }

    @Test
    void theRoleIsLookedAtBeforeTheProgrammeAndTheProgrammeBeforeTheScope() {
        var orders = route("POST", "/v1/managed-orders");
        assertThat(reason(orders, People.automation(Role.HELP_DESK), Set.of())).isEqualTo(CommonProblem.ROLE_REQUIRED);
        assertThat(reason(orders, People.automation(Role.SUPER_ADMIN), Set.of()))
                .isEqualTo(CommonProblem.PROGRAM_REQUIRED);
        assertThat(reason(orders, People.automation(Role.SUPER_ADMIN), People.PROGRAMS))
                .isEqualTo(GatewayProblem.SCOPE_REQUIRED);
        assertThat(POLICY.refuse(
                        orders,
                        People.automation(Role.SUPER_ADMIN, "licenses:manage"),
                        POLICY.grant(People.automation(Role.SUPER_ADMIN, "licenses:manage"), People.PROGRAMS)))
                .isEmpty();
    }

    @Test
    void othersHoldTheirOneAuthorityAndNoProgrammes() {
        var grant = POLICY.grant(People.BY_LETTER.get('o'), People.PROGRAMS);
        assertThat(grant.permissions()).containsExactly("vendor-operator");
        assertThat(grant.programs()).isEmpty();
    }

    private static ProblemType reason(Route route, Principal principal, Set<String> programs) {
        return POLICY.refuse(route, principal, POLICY.grant(principal, programs))
                .orElseThrow()
                .reason();
    }

    private static Route route(String method, String path) {
        return ((RouteMatch.Found) POLICY.match(method, path)).route();
    }
}
