package dev.kontor.customers.due;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Folds anew what an older {@link dev.kontor.platform.web.text.Folding} folded, some hundred rows in a transaction, beside
 * the service's other work: until its turn comes, a row is found and ordered as it was.
 */
public final class Refolding {

    private static final int AT_ONCE = 500;

    private Refolding() {}

    /**
     * Until none is left that another replica does not hold.
     *
     * @param claim at most so many, held
     */
    public static <T> void workOff(IntFunction<List<T>> claim, Consumer<T> fold) {
        while (RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(() -> some(claim, fold)))
                == AT_ONCE) {
            // The next ones.
        }
    }

    private static <T> int some(IntFunction<List<T>> claim, Consumer<T> fold) {
        var claimed = claim.apply(AT_ONCE);
        claimed.forEach(fold);
        return claimed.size();
    }
}
