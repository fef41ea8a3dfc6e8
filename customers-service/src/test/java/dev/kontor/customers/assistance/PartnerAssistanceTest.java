package dev.kontor.customers.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer's consent (domain.md rules 13 and 14). */
class PartnerAssistanceTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(30));

    private final PartnerAssistance assistance =
            PartnerAssistance.onFor(UUID.randomUUID(), UUID.randomUUID(), ConsentSource.PARTNER_TRIAL, NOW);

    @Test
    void itComesOnWithAnAccountAndSaysWhy() {
        assertThat(assistance.isOn(NOW)).isTrue();
        assertThat(assistance.view(NOW))
                .isEqualTo(new AssistanceView(ConsentState.ON, ConsentSource.PARTNER_TRIAL, NOW, null, false));
        assertThat(assistance.grantId()).isNotNull();
    }

    @Test
    void ofAnAccountThatTheCustomerStartedItStaysOffWhateverBecomesOfTheAccount() {
        var signedUp = PartnerAssistance.offFor(UUID.randomUUID(), UUID.randomUUID(), NOW);

        assertThat(signedUp.comeOn(ConsentSource.MONTHLY_ACCOUNT, LATER)).isFalse();
        assertThat(signedUp.isOn(LATER)).isFalse();

        signedUp.switchOn(null, MUCH_LATER);
        assertThat(signedUp.isOn(MUCH_LATER)).isTrue();
    }

    @Test
    void switchedOffItIsOffAtOnceAndStillNamesTheGrantThatEnded() {
        var grant = assistance.grantId();

        assistance.switchOff(LATER);

        assertThat(assistance.isOn(LATER)).isFalse();
        assertThat(assistance.view(LATER))
                .isEqualTo(new AssistanceView(ConsentState.OFF, ConsentSource.PARTNER_TRIAL, LATER, null, false));
        assertThat(assistance.grantId()).isEqualTo(grant);
    }

    @Test
    void switchedOffTwiceItHasBeenOffSinceTheFirstTime() {
        assistance.switchOff(LATER);
        assistance.switchOff(MUCH_LATER);

        assertThat(assistance.view(MUCH_LATER).since()).isEqualTo(LATER);
    }

    @Test
    void switchedOnAgainItIsANewGrantOfTheCustomers() {
        var before = assistance.grantId();
        assistance.switchOff(LATER);

        assistance.switchOn(null, MUCH_LATER);

        assertThat(assistance.isOn(MUCH_LATER)).isTrue();
        assertThat(assistance.view(MUCH_LATER).source()).isEqualTo(ConsentSource.CUSTOMER_ADMIN);
        assertThat(assistance.grantId()).isNotEqualTo(before);
    }

    @Test
    void onUntilADateItIsOffFromThatInstantOn() {
        assistance.switchOff(NOW);
        assistance.switchOn(LATER, NOW);

        assertThat(assistance.isOn(LATER.minusNanos(1))).isTrue();
        assertThat(assistance.isOn(LATER)).isFalse();
        assertThat(assistance.view(LATER).state()).isEqualTo(ConsentState.OFF);
    }

    @Test
    void movingItsEndIsTheSameGrant() {
        assistance.switchOff(NOW);
        assistance.switchOn(LATER, NOW);
        var grant = assistance.grantId();

        assistance.switchOn(MUCH_LATER, NOW);

        assertThat(assistance.grantId()).isEqualTo(grant);
        assertThat(assistance.isOn(LATER)).isTrue();
    }

    @Test
    void onceItRanOutSwitchingItOnIsANewGrant() {
        assistance.switchOff(NOW);
        assistance.switchOn(LATER, NOW);
        var grant = assistance.grantId();

        assistance.switchOn(null, LATER);

        assertThat(assistance.grantId()).isNotEqualTo(grant);
        assertThat(assistance.view(LATER).since()).isEqualTo(LATER);
    }

    @Test
    void aQuestionIsOpenUntilTheCustomerSwitchesItOn() {
        assistance.switchOff(NOW);

        assertThat(assistance.ask(LATER)).isTrue();
        assertThat(assistance.ask(MUCH_LATER)).isFalse();
        assertThat(assistance.view(LATER).requested()).isTrue();
        assertThat(assistance.isOn(LATER)).as("asking switches nothing").isFalse();

        assistance.switchOn(null, MUCH_LATER);
        assertThat(assistance.view(MUCH_LATER).requested()).isFalse();
    }

    @Test
    void aQuestionTheCustomerAnswersWithNoCanBeAskedAgain() {
        assistance.switchOff(NOW);
        assistance.ask(LATER);

        assistance.switchOff(MUCH_LATER);

        assertThat(assistance.view(MUCH_LATER).requested()).isFalse();
        assertThat(assistance.ask(MUCH_LATER)).isTrue();
    }

    @Test
    void aConversionKeepsTheGrantAndSaysWhyItIsOnNow() {
        var grant = assistance.grantId();

        assertThat(assistance.comeOn(ConsentSource.MONTHLY_ACCOUNT, LATER)).isTrue();
        assertThat(assistance.comeOn(ConsentSource.MONTHLY_ACCOUNT, LATER)).isFalse();

        assertThat(assistance.view(LATER))
                .isEqualTo(new AssistanceView(ConsentState.ON, ConsentSource.MONTHLY_ACCOUNT, NOW, null, false));
        assertThat(assistance.grantId()).isEqualTo(grant);
    }

    @Test
    void whatTheCustomerSwitchedOffStaysOffThroughAConversion() {
        assistance.switchOff(NOW);

        assertThat(assistance.comeOn(ConsentSource.MONTHLY_ACCOUNT, LATER)).isFalse();
        assertThat(assistance.isOn(LATER)).isFalse();
    }

    @Test
    void whatTheCustomerGaveUntilADateStaysEndedThroughAnOrder() {
        assistance.switchOff(NOW);
        assistance.switchOn(LATER, NOW);

        assertThat(assistance.comeOn(ConsentSource.MANAGED_ORDER, MUCH_LATER)).isFalse();
        assistance.expire();

        assertThat(assistance.comeOn(ConsentSource.MANAGED_ORDER, MUCH_LATER)).isFalse();
        assertThat(assistance.view(MUCH_LATER).since()).isEqualTo(LATER);
    }

    @Test
    void whatTheCustomerGaveStaysAsItWasGiven() {
        assistance.switchOff(NOW);
        assistance.switchOn(MUCH_LATER, NOW);

        assertThat(assistance.comeOn(ConsentSource.MONTHLY_ACCOUNT, LATER)).isFalse();

        assertThat(assistance.view(LATER).source()).isEqualTo(ConsentSource.CUSTOMER_ADMIN);
        assertThat(assistance.view(LATER).expiresAt()).isEqualTo(MUCH_LATER);
    }
}
