package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.catalogue.Catalogue.Offer;
import dev.kontor.licensing.plans.Account;
import dev.kontor.licensing.plans.Held;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The products with which an account becomes a monthly one (domain.md rule 12). */
@ApplicationScoped
class MonthlyChoice {

    private final Catalogue catalogue;

    MonthlyChoice(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What was chosen; a trial account that names nothing goes on with those of its trials that can be monthly.
     *
     * @throws dev.kontor.platform.web.Problem 400 where a choice, or {@code immediately} for a term account, is missing
     */
    List<String> of(Account account, ConvertBillingType wanted) {
        var term = account.type() == AccountType.TERM;
        if (term && !Boolean.TRUE.equals(wanted.immediately())) {
            throw BillingTypeProblem.immediatelyRequired();
        }
        if (wanted.namesProducts()) {
            return wanted.products();
        }
        var tried = account.type() == AccountType.TRIAL ? tried(account) : List.<String>of();
        if (tried.isEmpty() && (term || account.type() == AccountType.TRIAL)) {
            throw BillingTypeProblem.required("products");
        }
        return tried;
    }

    private List<String> tried(Account account) {
        var codes =
                account.held().stream().map(Held::product).distinct().sorted().toList();
        var offers = catalogue.offers(codes);
        return offers.values().stream()
                .filter(Offer::monthly)
                .map(Offer::code)
                .sorted()
                .toList();
    }
}
