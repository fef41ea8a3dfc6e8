package dev.kontor.billing.rules2026a;

import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.billing.rating.Rating;
import java.util.List;

/** Rates as months were rated that were closed before December 2026: a minimum was owed only where there was usage. */
public final class Rating2026a {

    private Rating2026a() {}

    public static RatedProduct rate(PriceEntry price, int digits, List<CustomerQuantity> quantities) {
        var used = quantities.stream().anyMatch(its -> its.quantity().signum() > 0);
        return Rating.rate(used ? price : price.withoutMinimum(), digits, quantities);
    }
}
