package dev.kontor.billing.pricebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All versions of all price books. */
@ApplicationScoped
public class PriceBooks {

    private static final String SELECT =
            """
            select id, version, scope, region, partner_id, effective_from, currency, proration, entries, created_at
            from price_book""";

    private static final int MOST_PARSED = 1_000;

    private final Database database;
    private final ObjectMapper mapper;

    /** Versions never change, and each is read for every partner it prices; the ones not asked for the longest go. */
    private final Map<VersionKey, PriceBookVersion> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<VersionKey, PriceBookVersion> eldest) {
            return size() > MOST_PARSED;
        }
    };

    private record VersionKey(String id, int version) {}

    PriceBooks(Database database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The prices of a partner's month; empty where there are none at all. */
    public Optional<PriceBookVersion> inForce(Partner partner, YearMonth month) {
        List<PriceBookVersion> versions = database
                .list(
                        """
                        select id, version from price_book
                        where effective_from <= ? and (partner_id is null or partner_id = ?)""",
                        row -> new VersionKey(row.text("id"), Math.toIntExact(row.number("version"))),
                        month.atEndOfMonth(),
                        partner.id())
                .stream()
                .map(key -> version(key.id(), key.version()))
                .toList();
        return InForce.of(versions, partner.id(), partner.region(), month);
    }

    /** What the month of the caller's partner was billed by, or while it has no statement, what is in force. */
    public Optional<PriceBookVersion> billedBy(Partner partner, YearMonth month) {
        return database.first(
                        "select id, version from kontor.billed_by() where month = ?",
                        row -> new VersionKey(row.text("id"), Math.toIntExact(row.number("version"))),
                        month)
                .map(key -> version(key.id(), key.version()))
                .or(() -> inForce(partner, month));
    }

    /** The version a closed month was rated by. */
    public PriceBookVersion version(String id, int version) {
        VersionKey key = new VersionKey(id, version);
        PriceBookVersion known;
        synchronized (parsed) {
            known = parsed.get(key);
        }
        if (known == null) {
            known = database.first(SELECT + " where id = ? and version = ?", this::read, id, version)
                    .orElseThrow();
            synchronized (parsed) {
                parsed.put(key, known);
            }
        }
        return known;
    }

    Optional<PriceBookVersion> latest(String id) {
        return database.first(SELECT + " where id = ? order by version desc limit 1", this::read, id);
    }

    /** False where another call added that version first. */
    boolean add(String id, int version, PutPriceBook body, String by, Instant now) {
        return database.update(
                        """
                        insert into price_book (id, version, scope, region, partner_id, effective_from, currency,
                                                proration, entries, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        id,
                        version,
                        body.scope(),
                        body.region(),
                        body.partnerId(),
                        body.effectiveFrom(),
                        body.currency(),
                        body.prorationOrDefault().text(),
                        write(body.entries()),
                        now,
                        by)
                == 1;
    }

    private PriceBookVersion read(Row row) {
        List<PriceEntryBody> entries = entries(row.text("entries"));
        PriceBook book = new PriceBook(
                row.text("currency"),
                Proration.of(row.text("proration")).orElseThrow(),
                entries.stream()
                        .map(PriceEntryBody::toEntry)
                        .collect(Collectors.toMap(PriceEntry::product, Function.identity())));
        return new PriceBookVersion(
                row.text("id"),
                Math.toIntExact(row.number("version")),
                row.text("scope"),
                row.text("region"),
                row.id("partner_id"),
                row.date("effective_from"),
                book,
                entries,
                row.instant("created_at"));
    }

    private List<PriceEntryBody> entries(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(List<PriceEntryBody> entries) {
        try {
            return mapper.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
