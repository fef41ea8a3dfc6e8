package dev.kontor.billing.usage;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** {@code kontor.billing.counting.*}. */
@ConfigMapping(prefix = "kontor.billing.counting")
interface CountingConfig {

    /** Days without a repetition after which a level ends; left out, it never does by age: a sender may post changes only. */
    OptionalInt levelsEndAfter();
}
