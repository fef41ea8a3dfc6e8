package dev.kontor.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Policy POLICY = PolicyFile.load();

    @Test
    void a_scope_of_the_matrix_narrows() {
        var grant = POLICY.grant(People.withScopes(Role.ADMIN, "customers:read", "openid"), Set.of());
        assertThat(grant.permissions()).containsExactly("customers:read");
    }

    @Test
    void scopes_from_elsewhere_do_not_narrow_a_person() {
        var grant = POLICY.grant(People.withScopes(Role.ADMIN, "openid", "profile"), Set.of());
        assertThat(grant.permissions()).contains("customers:write", "customers:launch");
    }

    @Test
    void any_scopes_narrow_an_automation_client() {
        assertThat(POLICY.grant(People.automation(Role.SUPER_ADMIN, "openid"), Set.of())
                        .permissions())
                .isEmpty();
        assertThat(POLICY.grant(People.automation(Role.SUPER_ADMIN), Set.of()).permissions())
                .isEmpty();
    }

    @Test
    void a_launched_session_may_what_its_role_and_who_launched_it_may() {
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
    void a_scope_never_gives_what_the_role_lacks() {
        var grant = POLICY.grant(People.automation(Role.READ_ONLY, "customers:read", "customers:launch"), Set.of());
        assertThat(grant.permissions()).containsExactly("customers:read");
    }

    @Test
    void a_programme_needs_both_token_and_record() {
        var principal = Principal.partner("sam", Role.SUPER_ADMIN, People.PARTNER, Set.of("msp-flex"), Set.of(), false);
        assertThat(POLICY.grant(principal, Set.of("msp-flex", "msp-flex-connect"))
                        .programs())
                .containsExactly("msp-flex");
        assertThat(POLICY.grant(principal, Set.of()).programs()).isEmpty();
    }

    @Test
    void the_role_is_looked_at_before_the_programme_and_the_programme_before_the_scope() {
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
    void others_hold_their_one_authority_and_no_programmes() {
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
