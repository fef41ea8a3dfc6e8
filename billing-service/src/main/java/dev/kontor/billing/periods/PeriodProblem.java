package dev.kontor.billing.periods;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.counting.Period;
import dev.kontor.platform.web.Problem;
import java.time.YearMonth;

final class PeriodProblem {

    private PeriodProblem() {}

    static Problem notOver(YearMonth month) {
        return BillingProblem.PERIOD_NOT_OVER
                .problem(month.toString())
                .with("endsAt", Period.end(month).toString());
    }
}
