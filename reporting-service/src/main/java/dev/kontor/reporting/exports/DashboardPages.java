package dev.kontor.reporting.exports;

import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Letterhead;
import dev.kontor.reporting.pages.Logo;
import dev.kontor.reporting.pages.Pages;
import dev.kontor.reporting.pages.PdfBook;
import dev.kontor.reporting.pages.PlacedDrawing;
import java.time.Instant;
import java.util.List;

/** A snapshot on paper: every widget as on screen. */
final class DashboardPages {
    private static final int SHORT_HASH = 16;

    private final Pages pages;
    private final List<PlacedDrawing> drawings;

    /** A logo may be null. */
    DashboardPages(
            Snapshot snapshot, Instant snapshotAt, String contentHash, Logo partner, Logo customer, Wording wording) {
        String title = snapshot.dashboard().in(wording.locale());
        String asOf = wording.text("page.snapshot", wording.time(snapshotAt));
        pages = new Pages(
                new PdfBook.Imprint(
                        title + " – " + snapshot.customer().name(),
                        snapshot.partner().name(),
                        wording.locale(),
                        snapshotAt),
                new Letterhead(partner, customer, title, snapshot.customer().name(), asOf),
                wording,
                asOf,
                wording.text("page.hash", contentHash.substring(0, Math.min(SHORT_HASH, contentHash.length()))));
        drawings = snapshot.widgets().stream()
                .map(w -> new PlacedDrawing(
                        w.position().x(), w.position().y(), w.position().height(), w.draw(wording)))
                .toList();
    }

    byte[] pdf() {
        return pages.write(PlacedDrawing.split(drawings, pages.firstHeight(), pages.nextHeight()).stream()
                .map(PlacedDrawing::page)
                .toList());
    }

    /** The whole dashboard on one long page, to make a picture of. */
    byte[] onOneSheet() {
        return pages.writeOneSheet(PlacedDrawing.page(drawings), PlacedDrawing.height(drawings));
    }
}
