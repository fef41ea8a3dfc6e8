package dev.kontor.e2e;

import dev.kontor.e2e.RunningSuite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9} of services in the middle of the path, started again, loses nothing and doubles nothing; each service
 * dies at each of its own steps in its module's tests.
 */
@ExtendWith(RunningSuite.class)
class CrashIT {

    @Test
    void aCrashLosesNothingAndDoublesNothing(Suite suite) {
        var path = new Path(suite);
        path.aPartnerIsCreated();
        path.aTrialIsCreatedAndItsLicencesAppear();
        path.withConsentOffNothingInsideTheAccountWorks();
        // What was just answered may not have reached the others yet.
        suite.kill("customers");
        path.withConsentOnItWorksAgain();
        var month = path.aMonthlyAccountIsCreated();
        month.aMonthOfUsageIsPostedTwiceAndCountsOnce();
        month.theClockMovesPastTheGrace();
        var job = month.close();
        // The job was accepted, and is somewhere between its first partner and its last.
        suite.kill("billing");
        month.finished(job);
        month.finished(month.close());
        month.oneStatement();
        month.theInvariantsHold();
        month.theStatementCanBePrinted();
        path.aDashboardIsPrintedWithBothLogosAndTheName();
        path.everyCallIntoTheAccountIsInTheAccessLog();
        path.nothingIsLostAndNothingDoubled();
        month.oneStatement();
    }
}
