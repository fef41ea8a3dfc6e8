package dev.kontor.billing.pricebooks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.counting.DecimalLimits;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.Rating;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Money;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rates what somebody asks about by the code that bills; nothing is stored. */
@ApplicationScoped
class PreviewService {

    private final CallersPartner partners;
    private final PriceBooks books;
    private final Clock clock;

    PreviewService(CallersPartner partners, PriceBooks books, Clock clock) {
        this.partners = partners;
        this.books = books;
        this.clock = clock;
    }

    @Transactional
    PreviewView preview(PreviewRating asked) {
        var month = asked.month() == null
                ? BillingMonths.of(clock.instant())
                : BillingMonths.readField("/month", asked.month());
        requireShortNumbers(asked);
        var book = book(asked, month);
        Map<String, List<CustomerQuantity>> byProduct = asked.quantities().stream()
                .collect(groupingBy(
                        PreviewRating.QuantityBody::product,
                        TreeMap::new,
                        mapping(its -> new CustomerQuantity(its.customerId(), Fraction.of(its.quantity())), toList())));
        var lines = new ArrayList<PreviewView.LineView>();
        var total = BigDecimal.ZERO.setScale(book.digits());
        for (var product : byProduct.entrySet()) {
            var price = book.entry(product.getKey())
                    .orElseThrow(() -> PriceBookProblem.priceMissing(first(asked, product.getKey()), product.getKey()));
            var rated = Rating.rate(price, book.digits(), product.getValue());
            total = total.add(rated.amount());
            rated.shares().forEach(share -> lines.add(PreviewView.LineView.of(price, rated, share, book.currency())));
        }
        return new PreviewView(book.currency(), lines, Money.of(total, book.currency()));
    }

    private PriceBook book(PreviewRating asked, YearMonth month) {
        if (asked.priceBook() != null && asked.priceBookId() != null) {
            throw Problems.invalid(InputError.pointer("/priceBookId", "one-price-book"));
        }
        if (asked.priceBook() != null) {
            var violations = asked.priceBook().priceViolations();
            if (!violations.isEmpty()) {
                throw PriceBookProblem.invalid(violations.stream()
                        .map(violation -> violation.under("/priceBook"))
                        .toList());
            }
            return asked.priceBook().toPriceBook();
        }
        if (asked.priceBookId() != null) {
            return books.latest(asked.priceBookId())
                    .map(PriceBookVersion::prices)
                    .map(Prices::book)
                    .orElseThrow(Problems::notFound);
        }
        return books.inForce(partners.known(), month)
                .map(Prices::book)
                .orElseThrow(() -> BillingProblem.PRICE_BOOK_MISSING.problem());
    }

    private static void requireShortNumbers(PreviewRating asked) {
        var tooLong = IntStream.range(0, asked.quantities().size())
                .filter(i -> !DecimalLimits.fits(asked.quantities().get(i).quantity()))
                .mapToObj(i -> InputError.pointer("/quantities/" + i + "/quantity", "too-many-digits"))
                .toArray(InputError[]::new);
        if (tooLong.length > 0) {
            throw Problems.invalid(tooLong);
        }
    }

    private static int first(PreviewRating asked, String product) {
        return IntStream.range(0, asked.quantities().size())
                .filter(i -> asked.quantities().get(i).product().equals(product))
                .findFirst()
                .orElseThrow();
    }
}
