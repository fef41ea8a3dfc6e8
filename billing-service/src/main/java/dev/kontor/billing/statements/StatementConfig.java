package dev.kontor.billing.statements;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** {@code kontor.billing.statements.*}. */
@ConfigMapping(prefix = "kontor.billing.statements")
interface StatementConfig {

    /** Who issues: the prefix of the numbers, which run without a gap for each issuer and year. */
    @WithDefault("KTR")
    String issuer();

    /** A product's quantity above this many times the highest of the three months before holds the partner back. */
    @WithDefault("10")
    BigDecimal jumpTimes();

    /** But only where it is at least this much above. */
    @WithDefault("1000")
    BigDecimal jumpAbove();
}
