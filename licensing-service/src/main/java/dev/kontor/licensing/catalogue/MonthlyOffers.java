package dev.kontor.licensing.catalogue;

import dev.kontor.licensing.catalogue.Catalogue.Offer;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Which products a monthly account can be given (domain.md rule 10). */
@ApplicationScoped
public class MonthlyOffers {

    private final Catalogue catalogue;

    MonthlyOffers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What was chosen, all of it: one product that can't be is no reason to leave it out, but to refuse the choice.
     *
     * @param running codes that may stay chosen though they are no longer offered by the month
     * @param pointer where in the input the n-th code is
     * @throws Problem 400 with every code that can't be chosen
     */
    public Map<String, Offer> chosen(List<String> codes, Set<String> running, IntFunction<String> pointer) {
        var offers = catalogue.offers(codes);
        var errors = new ArrayList<InputError>();
        var categories = EnumSet.noneOf(Category.class);
        for (int i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            var offer = offers.get(code);
            if (offer == null) {
                errors.add(InputError.pointer(pointer.apply(i), "unknown-product", code));
            } else if (!offer.monthly() && !running.contains(code)) {
                errors.add(InputError.pointer(pointer.apply(i), "product-not-monthly", code));
            } else if (!categories.add(offer.category())) {
                // Usage counts for the category's one monthly licence, so a second would never be billed.
                errors.add(InputError.pointer(
                        pointer.apply(i), "category-twice", offer.category().code()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
        return offers;
    }
}
