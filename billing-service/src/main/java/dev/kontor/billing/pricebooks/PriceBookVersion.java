package dev.kontor.billing.pricebooks;

import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** One version of a price book; it never changes. */
@Entity
@Immutable
@Table(name = "price_book")
@IdClass(PriceBookVersion.Key.class)
@SuppressWarnings("UnusedVariable") // Some columns only queries read.
class PriceBookVersion {

    record Key(String bookId, int version) implements Serializable {}

    @Id
    @Column(name = "id")
    private String bookId;

    @Id
    private int version;

    @Column(nullable = false)
    private String scope;

    private String region;

    private UUID partnerId;

    @Column(nullable = false)
    private LocalDate effectiveFrom;

    @Column(nullable = false)
    private String currency;

    @Column(nullable = false)
    private String proration;

    @Column(nullable = false)
    private String onProductChange;

    @Convert(converter = EntriesText.class)
    @Column(nullable = false)
    private List<PriceEntryBody> entries;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private String createdBy;

    protected PriceBookVersion() {}

    static PriceBookVersion of(String bookId, int version, PutPriceBook body, String by, Instant now) {
        var made = new PriceBookVersion();
        made.bookId = bookId;
        made.version = version;
        made.scope = body.scope();
        made.region = body.region();
        made.partnerId = body.partnerId();
        made.effectiveFrom = body.effectiveFrom();
        made.currency = body.currency();
        made.proration = body.prorationOrDefault().text();
        made.onProductChange = body.productChangeOrDefault().text();
        made.entries = body.entries();
        made.createdAt = now;
        made.createdBy = by;
        return made;
    }

    int version() {
        return version;
    }

    String scope() {
        return scope;
    }

    String region() {
        return region;
    }

    UUID partnerId() {
        return partnerId;
    }

    /** Whether a version with this body would say the same; whom it is for never changes. */
    boolean says(PutPriceBook body) {
        return effectiveFrom.equals(body.effectiveFrom())
                && currency.equals(body.currency())
                && proration.equals(body.prorationOrDefault().text())
                && onProductChange.equals(body.productChangeOrDefault().text())
                && entries.equals(body.entries());
    }

    /** What is rated by. */
    Prices prices() {
        var byProduct = entries.stream()
                .map(PriceEntryBody::toEntry)
                .collect(Collectors.toMap(PriceEntry::product, Function.identity()));
        return new Prices(
                bookId,
                version,
                new PriceBook(
                        currency,
                        Proration.of(proration).orElseThrow(),
                        ProductChange.of(onProductChange).orElseThrow(),
                        byProduct));
    }

    PriceBookView view() {
        return new PriceBookView(
                bookId,
                version,
                scope,
                region,
                partnerId,
                effectiveFrom,
                currency,
                proration,
                onProductChange,
                entries,
                createdAt);
    }
}
