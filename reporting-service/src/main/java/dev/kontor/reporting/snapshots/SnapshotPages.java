package dev.kontor.reporting.snapshots;

import dev.kontor.reporting.drawing.Face;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Letterhead;
import dev.kontor.reporting.pages.Logo;
import dev.kontor.reporting.pages.Pages;
import dev.kontor.reporting.pages.PdfBook;
import dev.kontor.reporting.pages.PlacedDrawing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** An edition on paper: every widget as on screen. */
final class SnapshotPages {

    private static final int SHORT_HASH = 16;

    private final Pages pages;
    private final List<PlacedDrawing> drawings;

    /** A logo may be null. */
    SnapshotPages(Edition edition, Logo partner, Logo customer) {
        var snapshot = edition.snapshot();
        var wording = Wording.of(edition.locale());
        var title = snapshot.dashboard().in(wording.locale());
        var asOf = wording.text("page.snapshot", wording.time(edition.at()));
        var hash = edition.contentHash();
        pages = new Pages(
                new PdfBook.Imprint(
                        title + " – " + snapshot.customer().name(),
                        snapshot.partner().name(),
                        wording.locale(),
                        edition.at()),
                new Letterhead(
                        partner,
                        snapshot.partner().name(),
                        customer,
                        title,
                        snapshot.customer().name(),
                        note(snapshot, asOf, wording)),
                wording,
                asOf,
                wording.text("page.hash", hash.substring(0, Math.min(SHORT_HASH, hash.length()))));
        var widgets = edition.whole() ? WholeTables.of(snapshot.widgets(), pages, wording) : snapshot.widgets();
        drawings = widgets.stream()
                .map(w -> new PlacedDrawing(
                        w.position().x(), w.position().y(), w.position().height(), w.draw(wording)))
                .toList();
    }

    /**
     * The period that the figures speak of, where any speaks of days, when it was all frozen, and which names stand there
     * without some of their characters.
     */
    private static String note(Snapshot snapshot, String asOf, Wording wording) {
        var parts = new ArrayList<String>();
        Period.of(snapshot)
                .map(period -> wording.text("page.period", wording.date(period.from()), wording.date(period.until())))
                .ifPresent(parts::add);
        parts.add(asOf);
        var unset = new LinkedHashMap<String, String>();
        unset.put("page.unset.title", snapshot.dashboard().in(wording.locale()));
        unset.put("page.unset.customer", snapshot.customer().name());
        unset.values().removeIf(Face::sets);
        if (!unset.isEmpty()) {
            parts.add(wording.text(
                    "page.unset", unset.keySet().stream().map(wording::text).collect(Collectors.joining(", "))));
        }
        return String.join("  ·  ", parts);
    }

    byte[] pdf() {
        return pages.write(PlacedDrawing.split(drawings, pages.firstHeight(), pages.nextHeight()).stream()
                .map(PlacedDrawing::page)
                .toList());
    }

    /** All of it on one long page, to make a picture of. */
    byte[] onOneSheet() {
        return pages.writeOneSheet(PlacedDrawing.page(drawings), PlacedDrawing.height(drawings));
    }
}
