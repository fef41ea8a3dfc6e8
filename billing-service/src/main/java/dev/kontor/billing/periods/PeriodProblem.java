package dev.kontor.billing.periods;

import dev.kontor.billing.counting.Period;
import dev.kontor.platform.web.Problem;
import java.time.YearMonth;

final class PeriodProblem {

    private PeriodProblem() {}

    static Problem notOver(YearMonth month) {
        return Problem.of(409, "period-not-over", month.toString())
                .with("endsAt", Period.end(month).toString());
    }
}
