package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTokenTest {

    private static final String PARTNER = "01920000-0000-7000-8000-000000000001";

    private static Map<String, Object> claims(Tokens.Wish wish) {
        var form = new LinkedHashMap<String, List<String>>();
        for (var field : wish.form().split("&", -1)) {
            var parts = field.split("=", 2);
            form.computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return CallerToken.claims("http://127.0.0.1:8100/kontor", form);
    }

    @Test
    void aPartnerAdministratorCarriesRolePartnerAndPrograms() {
        assertThat(claims(Tokens.Wish.of(Role.PARTNER_HELP_DESK, PARTNER, Set.of("msp-flex"))))
                .containsEntry("iss", "http://127.0.0.1:8100/kontor")
                .containsEntry("groups", List.of("partner-help-desk"))
                .containsEntry("partner_id", PARTNER)
                .containsEntry("programs", List.of("msp-flex"))
                .doesNotContainKeys("customer_id", "scope", "gty");
    }

    @Test
    void severalProgramsGoInOneFieldSinceAnIssuerRefusesARepeatedOne() {
        var wish = Tokens.Wish.of(
                Role.PARTNER_SUPER_ADMIN, PARTNER, new LinkedHashSet<>(List.of("msp-flex", "msp-flex-connect")));

        assertThat(wish.form().split("&"))
                .extracting(field -> field.substring(0, field.indexOf('=')))
                .doesNotHaveDuplicates();
        assertThat(claims(wish)).containsEntry("programs", List.of("msp-flex", "msp-flex-connect"));
    }

    @Test
    void aCustomerAdministratorCarriesNoPartner() {
        assertThat(claims(Tokens.Wish.ofCustomer("c1")))
                .containsEntry("groups", List.of("customer-admin"))
                .containsEntry("customer_id", "c1")
                .doesNotContainKeys("partner_id", "programs");
    }

    @Test
    void anAutomationClientIsMarkedAndScoped() {
        var wish = new Tokens.Wish(
                Role.PARTNER_ADMIN,
                "sync",
                PARTNER,
                null,
                Set.of(),
                new LinkedHashSet<>(List.of("customers:read", "licenses:read")),
                true,
                null);

        assertThat(claims(wish))
                .containsEntry("gty", "client-credentials")
                .containsEntry("client_id", "sync")
                .containsEntry("scope", "customers:read licenses:read")
                .containsEntry("programs", List.of());
    }

    @Test
    void theDefaultSubjectIsOnePerRoleAndPartner() {
        assertThat(Role.PARTNER_SUPER_ADMIN.defaultSubject(PARTNER)).isEqualTo("super-admin@" + PARTNER);
        assertThat(Role.VENDOR_OPERATOR.defaultSubject(null)).isEqualTo("operator@kontor");
        assertThat(Role.PARTNER_BUSINESS_ADMIN.defaultSubject(PARTNER)).matches("[A-Za-z0-9._@:-]{1,128}");
    }

    @Test
    void aTokenLivesAnHourUnlessSomebodySaysOtherwise() {
        assertThat(Issuer.Settings.DEFAULT.tokenLife()).isEqualTo(Duration.ofHours(1));
        assertThat(CallerToken.life("90")).isEqualTo(Duration.ofSeconds(90));
        assertThat(CallerToken.life("PT8H")).isEqualTo(Duration.ofHours(8));
        for (var word : List.of("0", "-5", "PT-1H", "soon", "1h")) {
            assertThatThrownBy(() -> CallerToken.life(word)).isInstanceOf(Refusal.class);
        }
        var wish = TokenCommand.options(List.of("operator", "--token-life", "90"));
        assertThat(wish.value("token-life")).contains("90");
    }

    @Test
    void pagesOfThisMachineGetTokensWhereAStartNamesThem() {
        var named = UpCommand.options(List.of("--origin", "http://localhost:5173", "--origin=http://127.0.0.1:3000/"));
        var settings = Issuer.Settings.of(named);
        assertThat(settings.origins()).containsExactly("http://127.0.0.1:3000", "http://localhost:5173");
        var pages = new AllowedPages(settings.origins());
        assertThat(pages.admits(null)).isTrue();
        assertThat(pages.admits("http://localhost:5173")).isTrue();
        assertThat(pages.admits("http://localhost:5174")).isFalse();
        assertThat(pages.admits("https://evil.example")).isFalse();
        assertThat(pages.admits("null")).isFalse();
        assertThat(new AllowedPages(Issuer.Settings.DEFAULT.origins()).admits("http://localhost:5173"))
                .isFalse();
    }

    @Test
    void nobodyElsesPagesCanBeNamed() {
        for (var origin : List.of("https://evil.example", "*", "http://localhost.evil.example", "http://localhost:*")) {
            assertThatThrownBy(() -> UpCommand.options(List.of("--origin", origin)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(origin);
        }
    }

    @Test
    void whoWantsAClientsCredentialsNamesAPartnerAndNothingElse() {
        assertThat(TokenCommand.options(List.of("--client", "--partner", "Nordwind"))
                        .value("partner"))
                .contains("Nordwind");
        for (var more : List.of("--subject", "--scope", "--customer")) {
            assertThatThrownBy(() -> TokenCommand.options(List.of("--client", more, "x")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("deploy/token --client [--partner ID|NAME]");
        }
    }

    @Test
    void rolesHaveShortNames() {
        assertThat(Role.of("help-desk")).isEqualTo(Role.of("partner-help-desk"));
        assertThat(Role.of("operator")).isEqualTo(Role.VENDOR_OPERATOR);
        assertThatThrownBy(() -> Role.of("boss")).isInstanceOf(Refusal.class).hasMessageContaining("boss");
    }

    @Test
    void aCustomerAdministratorNeedsACustomer() {
        assertThatThrownBy(() -> TokenCommand.options(List.of("customer-admin")))
                .isInstanceOf(Refusal.class)
                .hasMessage("customer-admin needs --customer ID");
    }

    @Test
    void aSubjectOutsideTheAlphabetIsRefused() {
        assertThatThrownBy(() -> TokenCommand.options(List.of("operator", "--subject", "a b")))
                .isInstanceOf(Refusal.class);
    }
}
