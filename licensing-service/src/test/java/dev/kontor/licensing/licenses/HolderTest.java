package dev.kontor.licensing.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.platform.web.CommonProblem;
import org.junit.jupiter.api.Test;

/** Actions and refusals are one rule. */
class HolderTest {

    private static final Holder BUSINESS_ADMIN = new Holder(true, true);

    @Test
    void theProductsOfAMonthlyAccountCanBeChosenByWhoManagesLicencesInTheProgram() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MONTHLY)).isEmpty();
        assertThat(new Holder(false, true).refusal(AccountType.MONTHLY)).contains(CommonProblem.ROLE_REQUIRED);
        assertThat(new Holder(true, false).refusal(AccountType.MONTHLY)).contains(CommonProblem.PROGRAM_REQUIRED);
    }

    @Test
    void otherAccountsAreNotChangedThisWay() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.TRIAL)).contains(LicensingProblem.ACCOUNT_NOT_MONTHLY);
        assertThat(BUSINESS_ADMIN.refusal(AccountType.TERM)).contains(LicensingProblem.ACCOUNT_NOT_MONTHLY);
    }

    @Test
    void rule19AManagedOrderIsReadOnly() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MANAGED_ORDER))
                .contains(LicensingProblem.MANAGED_ORDER_READ_ONLY);
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MANAGED_ORDER, LicenseStatus.ACTIVE))
                .contains(LicensingProblem.MANAGED_ORDER_READ_ONLY);
    }

    @Test
    void anEndedLicenceCanNotBeChanged() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MONTHLY, LicenseStatus.ACTIVE))
                .isEmpty();
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MONTHLY, LicenseStatus.REVOKED))
                .contains(LicensingProblem.LICENSE_ENDED);
    }
}
