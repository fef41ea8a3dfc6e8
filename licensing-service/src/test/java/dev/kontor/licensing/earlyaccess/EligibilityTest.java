package dev.kontor.licensing.earlyaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.earlyaccess.Eligibility.Protection;
import dev.kontor.licensing.terms.LicenseType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** domain.md rule 18. */
class EligibilityTest {

    private static final List<Protection> TRIAL = List.of(new Protection(Category.ENDPOINT, LicenseType.TRIAL));
    private static final List<Protection> FLEX = List.of(new Protection(Category.ENDPOINT, LicenseType.MONTHLY));

    @Test
    void anyLicenceOfItsCategoriesOpensAProgram() {
        assertThat(Eligibility.reasons(program(false, true), AccountType.TRIAL, TRIAL))
                .isEmpty();
        assertThat(Eligibility.reasons(program(true, true), AccountType.MONTHLY, FLEX))
                .isEmpty();
    }

    @Test
    void rule18MonthlyLicencesDoNotGoWithAProgramThatIsNotFlexCompatible() {
        assertThat(Eligibility.reasons(program(false, true), AccountType.MONTHLY, FLEX))
                .containsExactly(LicensingProblem.FLEX_LICENSE_NOT_ELIGIBLE);
    }

    @Test
    void rule19AManagedOrderJoinsNothing() {
        assertThat(Eligibility.reasons(program(true, true), AccountType.MANAGED_ORDER, TRIAL))
                .containsExactly(LicensingProblem.MANAGED_ORDER_READ_ONLY);
    }

    @Test
    void everyReasonIsGiven() {
        assertThat(Eligibility.reasons(program(false, false), AccountType.MONTHLY, List.of()))
                .containsExactly(
                        LicensingProblem.FLEX_LICENSE_NOT_ELIGIBLE,
                        LicensingProblem.NO_ELIGIBLE_LICENSE,
                        LicensingProblem.PROGRAM_CLOSED);
    }

    private static Program program(boolean flexCompatible, boolean open) {
        return Program.create(
                "preview", new ProgramChange(null, "Preview", null, flexCompatible, List.of(Category.ENDPOINT), open));
    }
}
