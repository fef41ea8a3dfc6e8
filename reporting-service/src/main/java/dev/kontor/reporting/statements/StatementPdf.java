package dev.kontor.reporting.statements;

import dev.kontor.reporting.drawing.Face;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.AddressedHead;
import dev.kontor.reporting.pages.AddressedHead.Fact;
import dev.kontor.reporting.pages.AddressedHead.Party;
import dev.kontor.reporting.pages.Letterhead;
import dev.kontor.reporting.pages.Logo;
import dev.kontor.reporting.pages.Pages;
import dev.kontor.reporting.pages.PdfBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A statement on pages. Knows no clock: the document is dated to the end of its month, so it is the same every time. */
final class StatementPdf {
    private static final String DOT = "  ·  ";
    private static final int SHORT_HASH = 16;
    private static final int MOST_UNSET = 20;
    /** Between the parts of a page. */
    private static final double GAP = 14;

    private final Statement statement;
    private final Wording wording;

    StatementPdf(Statement statement, Wording wording) {
        this.statement = statement;
        this.wording = wording;
    }

    byte[] write(Logo logo, Map<String, String> productNames) {
        var title = title();
        var partner = statement.partner().name();
        var letterhead = new Letterhead(logo, partner, null, title, partner, note());
        var pages = new Pages(
                new PdfBook.Imprint(title, statement.partner().name(), wording.locale(), date()),
                letterhead,
                wording,
                wording.month(statement.month()),
                hash());
        var columns = StatementColumns.of(statement.lines());
        var head = head().draw();
        var top = head.height() + GAP;
        var rows = StatementLayout.pages(statement.lines(), pages.firstHeight() - top, pages.nextHeight());
        var contents = new ArrayList<Pages.Content>(rows.size());
        for (var page : rows) {
            var first = contents.isEmpty();
            contents.add(sheet -> {
                if (first) {
                    sheet.put(0, 0, head);
                }
                sheet.put(
                        0,
                        first ? top : 0,
                        new StatementTable(wording, statement.currency(), digits(), productNames, columns).draw(page));
            });
        }
        return pages.write(contents);
    }

    private String title() {
        return statement.number() == null
                ? wording.text("statement.title.open")
                : wording.text("statement.title", statement.number());
    }

    /** Whom it is for and from whom, of which days, and what it comes to, before the lines that say why. */
    private AddressedHead head() {
        var period = wording.mediumDate(statement.month().atDay(1)) + " – "
                + wording.mediumDate(statement.month().atEndOfMonth());
        return new AddressedHead(
                party("invoice.buyer", statement.buyer()),
                party("invoice.seller", statement.seller()),
                List.of(new Fact(wording.text("invoice.delivery"), period)),
                new Fact(
                        wording.text("statement.total"),
                        wording.money(statement.total().amount(), statement.currency(), digits())));
    }

    private Party party(String label, Statement.Party side) {
        if (side == null) {
            return null;
        }
        var lines = new ArrayList<String>();
        lines.add(side.legalName());
        if (side.address() != null) {
            lines.addAll(side.address().written());
        }
        if (side.vatId() != null) {
            lines.add(wording.text("invoice.vat", side.vatId()));
        }
        return new Party(wording.text(label), lines);
    }

    private String note() {
        var parts = new ArrayList<String>();
        parts.add(wording.text("statement.month") + ' ' + wording.month(statement.month()));
        parts.add(state());
        if (statement.version() != null) {
            parts.add(wording.text("statement.version", wording.number(BigDecimal.valueOf(statement.version()))));
        }
        parts.add(wording.text(
                statement.lines().size() == 1 ? "statement.line" : "statement.lines",
                wording.number(BigDecimal.valueOf(statement.lines().size()))));
        parts.add(statement.currency());
        var unset = statement.lines().stream()
                .filter(line -> line.customerName() != null && !Face.sets(line.customerName()))
                .map(line -> String.valueOf(line.customerId()))
                .distinct()
                .toList();
        if (!unset.isEmpty()) {
            var shown = unset.stream().limit(MOST_UNSET).collect(Collectors.joining(", "));
            parts.add(wording.text("page.unset", unset.size() > MOST_UNSET ? shown + ", …" : shown));
        }
        return parts.stream().collect(Collectors.joining(DOT));
    }

    private String state() {
        return switch (statement.state().toLowerCase(Locale.ROOT)) {
            case "open" -> wording.text("statement.state.open");
            case "draft" -> wording.text("statement.state.draft");
            case "final" -> wording.text("statement.state.final");
            case "void" -> wording.text("statement.state.void");
            default -> statement.state();
        };
    }

    private String hash() {
        var hash = statement.contentHash();
        if (hash == null || hash.isBlank()) {
            return "";
        }
        return wording.text("page.hash", hash.substring(0, Math.min(SHORT_HASH, hash.length())));
    }

    private Instant date() {
        return statement
                .month()
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private int digits() {
        try {
            return Math.max(0, Currency.getInstance(statement.currency()).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return Math.max(0, statement.total().amount().scale());
        }
    }
}
