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
    void the_products_of_a_monthly_account_can_be_chosen_by_who_manages_licences_in_the_program() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MONTHLY)).isEmpty();
        assertThat(new Holder(false, true).refusal(AccountType.MONTHLY)).contains(CommonProblem.ROLE_REQUIRED);
        assertThat(new Holder(true, false).refusal(AccountType.MONTHLY)).contains(CommonProblem.PROGRAM_REQUIRED);
    }

    @Test
    void other_accounts_are_not_changed_this_way() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.TRIAL)).contains(LicensingProblem.ACCOUNT_NOT_MONTHLY);
        assertThat(BUSINESS_ADMIN.refusal(AccountType.TERM)).contains(LicensingProblem.ACCOUNT_NOT_MONTHLY);
    }

    @Test
    void rule19_a_managed_order_is_read_only() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MANAGED_ORDER))
                .contains(LicensingProblem.MANAGED_ORDER_READ_ONLY);
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MANAGED_ORDER, LicenseStatus.ACTIVE))
                .contains(LicensingProblem.MANAGED_ORDER_READ_ONLY);
    }

    @Test
    void an_ended_licence_can_not_be_changed() {
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MONTHLY, LicenseStatus.ACTIVE))
                .isEmpty();
        assertThat(BUSINESS_ADMIN.refusal(AccountType.MONTHLY, LicenseStatus.REVOKED))
                .contains(LicensingProblem.LICENSE_ENDED);
    }
}
