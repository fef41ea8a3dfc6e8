package dev.kontor.customers.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.platform.web.CommonProblem;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a role may do with a customer, by consent and by whether it is a managed order (domain.md, the matrix). */
class CustomerActionsTest {

    private static final Map<String, Set<String>> ROLES = Map.of(
            "super-admin",
            Set.of(
                    "customers:read",
                    "customers:write",
                    "customers:launch",
                    "assistance:request",
                    "branding:manage",
                    "reports:export",
                    "groups:manage"),
            "admin",
            Set.of(
                    "customers:read",
                    "customers:write",
                    "customers:launch",
                    "assistance:request",
                    "branding:manage",
                    "reports:export"),
            "business-admin",
            Set.of("customers:read", "customers:write"),
            "help-desk",
            Set.of("customers:read", "reports:export"),
            "read-only",
            Set.of("customers:read", "reports:export"));

    private static final Map<String, CustomerActions.Action> ANSWERS = Map.of(
            "yes", CustomerActions.Action.ALLOWED,
            "role", CustomerActions.Action.refused(CommonProblem.ROLE_REQUIRED),
            "off", CustomerActions.Action.refused(CustomersProblem.PARTNER_ASSISTANCE_OFF),
            "managed", CustomerActions.Action.refused(CustomersProblem.MANAGED_ORDER_READ_ONLY),
            "already", CustomerActions.Action.idle("assistance-already-on"),
            "asked", CustomerActions.Action.idle("assistance-already-requested"));

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    role,           consent, account, editing, launch, dashboards, logo, asking
                    super-admin,    on,      own,     yes,     yes,    yes,        yes,  already
                    super-admin,    off,     own,     yes,     off,    off,        off,  yes
                    super-admin,    asked,   own,     yes,     off,    off,        off,  asked
                    super-admin,    on,      managed, managed, yes,    yes,        yes,  already
                    super-admin,    off,     managed, managed, off,    off,        off,  yes
                    super-admin,    asked,   managed, managed, off,    off,        off,  asked
                    admin,          on,      own,     yes,     yes,    yes,        yes,  already
                    admin,          off,     own,     yes,     off,    off,        off,  yes
                    admin,          asked,   own,     yes,     off,    off,        off,  asked
                    admin,          on,      managed, managed, yes,    yes,        yes,  already
                    admin,          off,     managed, managed, off,    off,        off,  yes
                    admin,          asked,   managed, managed, off,    off,        off,  asked
                    business-admin, on,      own,     yes,     role,   role,       role, role
                    business-admin, off,     own,     yes,     role,   role,       role, role
                    business-admin, asked,   own,     yes,     role,   role,       role, role
                    business-admin, on,      managed, managed, role,   role,       role, role
                    business-admin, off,     managed, managed, role,   role,       role, role
                    business-admin, asked,   managed, managed, role,   role,       role, role
                    help-desk,      on,      own,     role,    role,   yes,        role, role
                    help-desk,      off,     own,     role,    role,   off,        role, role
                    help-desk,      asked,   own,     role,    role,   off,        role, role
                    help-desk,      on,      managed, role,    role,   yes,        role, role
                    help-desk,      off,     managed, role,    role,   off,        role, role
                    help-desk,      asked,   managed, role,    role,   off,        role, role
                    read-only,      on,      own,     role,    role,   yes,        role, role
                    read-only,      off,     own,     role,    role,   off,        role, role
                    read-only,      asked,   own,     role,    role,   off,        role, role
                    read-only,      on,      managed, role,    role,   yes,        role, role
                    read-only,      off,     managed, role,    role,   off,        role, role
                    read-only,      asked,   managed, role,    role,   off,        role, role
                    """)
    void aRoleMay(
            String role,
            String consent,
            String account,
            String editing,
            String launch,
            String dashboards,
            String logo,
            String asking) {
        var actions = CustomerActions.of(new CustomerActions.Facts(
                ROLES.get(role)::contains, account.equals("managed"), consent.equals("on"), consent.equals("asked")));

        assertThat(actions)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "rename", ANSWERS.get(editing),
                        "changeContact", ANSWERS.get(editing),
                        "launch", ANSWERS.get(launch),
                        "viewDashboards", ANSWERS.get(dashboards),
                        "changeLogo", ANSWERS.get(logo),
                        "requestAssistance", ANSWERS.get(asking),
                        "manageGroups", ANSWERS.get(role.equals("super-admin") ? "yes" : "role")));
    }
}
