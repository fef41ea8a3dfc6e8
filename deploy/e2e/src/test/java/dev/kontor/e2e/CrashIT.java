package dev.kontor.e2e;

import dev.kontor.e2e.RunningSuite.Suite;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kill -9} of any service in the middle of the path, started again, loses nothing and doubles nothing; billing dies at
 * each of its steps in {@link BillingCrashIT}.
 */
@ExtendWith(RunningSuite.class)
class CrashIT {

    @ParameterizedTest
    @ValueSource(strings = {"customers", "licensing", "reporting", "gateway"})
    void aCrashLosesNothingAndDoublesNothing(String service, Suite suite) {
        var path = new Path(suite);
        path.aPartnerIsCreated();
        path.aTrialIsCreatedAndItsLicencesAppear();
        path.withConsentOffNothingInsideTheAccountWorks();
        // What was just answered may not have reached the others yet.
        suite.kill(service);
        path.withConsentOnItWorksAgain();
        var month = path.aMonthlyAccountIsCreated();
        month.aMonthOfUsageIsPostedTwiceAndCountsOnce();
        month.theClockMovesPastTheGrace();
        var job = month.close();
        // The job was accepted, and is somewhere between its first partner and its last.
        suite.kill(service);
        month.finished(job);
        month.finished(month.close());
        month.oneStatement();
        month.theStatementCanBePrinted();
        path.aDashboardIsPrintedWithBothLogosAndTheName();
        path.everyCallIntoTheAccountIsInTheAccessLog();
        path.nothingIsLostAndNothingDoubled();
        month.oneStatement();
    }
}
