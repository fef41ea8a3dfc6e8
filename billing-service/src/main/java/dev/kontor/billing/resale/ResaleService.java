package dev.kontor.billing.resale;

import static java.util.stream.Collectors.groupingBy;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.invoicing.Buyer;
import dev.kontor.billing.invoicing.Buyers;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.statements.BilledMonths;
import dev.kontor.billing.statements.BilledMonths.BilledMonth;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Prices the statement of a month, issued or not, with the partner's own price book. Nothing is stored: it follows from the
 * statements and the prices, and so do its corrections (domain.md rule 37).
 */
@ApplicationScoped
class ResaleService {

    private final CallersPartner partners;
    private final BilledMonths months;
    private final ResalePriceBooks books;
    private final Customers customers;
    private final Products products;
    private final Buyers buyers;
    private final Clock clock;

    ResaleService(
            CallersPartner partners,
            BilledMonths months,
            ResalePriceBooks books,
            Customers customers,
            Products products,
            Buyers buyers,
            Clock clock) {
        this.partners = partners;
        this.months = months;
        this.books = books;
        this.customers = customers;
        this.products = products;
        this.buyers = buyers;
        this.clock = clock;
    }

    /**
     * Of all customers of the caller's partner.
     *
     * @throws Problem 404 for a month in which there was no such partner, 409 {@code price-book-missing}
     */
    @Transactional
    ResaleMonth of(YearMonth month) {
        var partner = partners.known();
        var billed = months.of(partner, month).orElseThrow(Problems::notFound);
        var book = books.inForce(partner.id(), month, billed.currency())
                .orElseThrow(() -> BillingProblem.PRICE_BOOK_MISSING.problem());
        var names = new HashMap<UUID, String>();
        var externalIds = new HashMap<UUID, String>();
        customers.of(partner.id(), Instant.EPOCH, clock.instant()).forEach(relation -> {
            names.put(relation.customerId(), relation.name());
            if (relation.externalId() != null) {
                externalIds.put(relation.customerId(), relation.externalId());
            }
        });
        names.putAll(billed.names());
        return new ResaleMonth(
                month,
                billed.statementId(),
                billed.state(),
                billed.currency(),
                book,
                lines(partner, month, billed, book),
                names,
                externalIds);
    }

    /**
     * Of one customer.
     *
     * @throws Problem 404 for a customer that never was the partner's, 409 {@code resale-price-missing}
     */
    @Transactional
    ResaleBillView bill(UUID customerId, YearMonth month) {
        var partner = partners.known();
        var isOurs = customers.relations(List.of(customerId)).stream()
                .anyMatch(relation -> relation.partnerId().equals(partner.id()));
        if (!isOurs) {
            throw Problems.notFound();
        }
        var all = of(month);
        var lines = all.lines().stream()
                .filter(line -> line.customerId().equals(customerId))
                .toList();
        var unpriced = lines.stream().filter(line -> line.price() == null).findFirst();
        if (unpriced.isPresent()) {
            throw BillingProblem.RESALE_PRICE_MISSING.problem(
                    all.book().id(), unpriced.get().product());
        }
        var seller = ResaleBillView.Seller.of(
                partner, buyers.find(partner.id()).map(Buyer::data).orElse(null));
        return ResaleBillView.of(all, customerId, lines, seller, productNames());
    }

    private Map<String, String> productNames() {
        return products.named().stream().collect(Collectors.toMap(Products.Named::code, Products.Named::name));
    }

    private List<ResaleLine> lines(Partner partner, YearMonth month, BilledMonth billed, ResalePriceBook book) {
        var own = billed.lines().stream()
                .filter(line -> line.correctsMonth() == null)
                .toList();
        var prices = new ResalePrices(book.data());
        var lines = new ArrayList<>(Resale.ofMonth(prices, own));
        Map<YearMonth, List<BilledLine>> corrections = billed.lines().stream()
                .filter(line -> line.correctsMonth() != null)
                .collect(groupingBy(BilledLine::correctsMonth, TreeMap::new, Collectors.toList()));
        corrections.forEach((corrected, its) -> {
            // By its own month's prices, as its own bill; where it had none, it is charged with this one.
            var itsPrices = books.inForce(partner.id(), corrected, billed.currency())
                    .map(of -> new ResalePrices(of.data()))
                    .orElse(prices);
            lines.addAll(Resale.ofCorrections(corrected, itsPrices, its, months.billedFor(partner, corrected, month)));
        });
        lines.sort(inOrder(billed.lines()));
        return lines;
    }

    /** As on the statement; who is not on it comes last. */
    private static Comparator<ResaleLine> inOrder(List<BilledLine> statement) {
        var places = new HashMap<UUID, Integer>();
        statement.forEach(line -> places.putIfAbsent(line.customerId(), places.size()));
        return Comparator.<ResaleLine, Integer>comparing(line -> places.getOrDefault(line.customerId(), places.size()))
                .thenComparing(ResaleLine::customerId)
                .thenComparing(ResaleLine::product)
                .thenComparing(ResaleLine::correctsMonth, Comparator.nullsFirst(Comparator.<YearMonth>naturalOrder()));
    }
}
