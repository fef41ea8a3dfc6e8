package dev.kontor.e2e;

import dev.kontor.e2e.RunningSuite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One partner's month works end to end, through the gateway only. */
@ExtendWith(RunningSuite.class)
class OneMonthIT {

    @Test
    void onePartnersMonth(Suite suite) {
        var path = new Path(suite);
        path.aPartnerIsCreated();
        path.aTrialIsCreatedAndItsLicencesAppear();
        path.theListShowsItsLicenceStatusAndFindsItByAPartOfItsName();
        path.itsAccountCanBeLaunched();
        path.withConsentOffNothingInsideTheAccountWorks();
        path.withConsentOnItWorksAgain();
        var month = path.aMonthlyAccountIsCreated();
        month.aMonthOfUsageIsPostedTwiceAndCountsOnce();
        month.aMonthThatIsNotOverIsNotClosed();
        month.theMonthIsClosedTwiceAndGivesOneStatement();
        month.theStatementCanBePrinted();
        path.aDashboardIsPrintedWithBothLogosAndTheName();
        path.afterARenameTheNextPdfHasTheNewName();
        path.aReaderIsRefusedEachWriteItsRoleLacks();
        path.aStrangerFindsNothingOfIt();
        path.everyCallIntoTheAccountIsInTheAccessLog();
        path.everyListSaysHowManyItHas();
        path.nothingIsLostAndNothingDoubled();
        month.oneStatement();
    }
}
