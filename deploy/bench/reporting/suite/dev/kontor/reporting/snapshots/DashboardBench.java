package dev.kontor.reporting.snapshots;

import dev.kontor.reporting.drawing.Svg;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Grid;
import dev.kontor.reporting.pages.Logo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** Prints how many milliseconds each of many dashboards took, warm, or writes the same page as HTML. */
final class DashboardBench {

    private static final Instant AT = Instant.parse("2026-11-27T20:00:00Z");

    private DashboardBench() {}

    /** {@code FOLDER WARM RUNS PDF}, or {@code FOLDER HTML}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String json = Files.readString(folder.resolve("dashboard.json"));
        byte[] partner = Files.readAllBytes(folder.resolve("partner.png"));
        byte[] customer = Files.readAllBytes(folder.resolve("customer.png"));
        if (args.length == 2) {
            Files.writeString(Path.of(args[1]), html(Snapshot.read(json), partner, customer));
            return;
        }
        // Logos stay decoded in the service, too; the snapshot is read anew, as from the database.
        Logo left = Logo.of(partner);
        Logo right = Logo.of(customer);
        int warm = Integer.parseInt(args[1]);
        int runs = Integer.parseInt(args[2]);
        byte[] pdf = {};
        for (int i = 0; i < warm + runs; i++) {
            long begun = System.nanoTime();
            Snapshot snapshot = Snapshot.read(json);
            pdf = new SnapshotPages(Edition.of(snapshot, AT, Locale.GERMAN, false), left, right).pdf();
            if (i >= warm) {
                System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - begun) / 1e6);
            }
        }
        Files.write(Path.of(args[3]), pdf);
    }

    private static String html(Snapshot snapshot, byte[] partner, byte[] customer) {
        Wording wording = Wording.of(Locale.GERMAN);
        StringBuilder page = new StringBuilder(
                """
                <!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>%1$s</title>
                <style>@page { size: A4; margin: 42pt } body { margin: 0; font: 8pt "Noto Sans", sans-serif }
                .logo { position: absolute; top: 0; height: 38pt } h1 { margin: 54pt 0 0; font-size: 20pt }
                .grid { position: relative; margin-top: 24pt; height: 520pt } svg { position: absolute }</style>
                <img class="logo" style="left: 0" alt="%2$s" src="%3$s"><img class="logo" style="right: 0" alt="%4$s" src="%5$s">
                <h1>%1$s</h1><p>%4$s</p><div class="grid">
                """
                        .formatted(
                                snapshot.dashboard().in(wording.locale()),
                                snapshot.partner().name(),
                                data(partner),
                                snapshot.customer().name(),
                                data(customer)));
        for (Snapshot.Frozen widget : snapshot.widgets()) {
            String place = String.format(
                    Locale.ROOT,
                    "<svg style=\"left: %.2fpt; top: %.2fpt; width: %.2fpt; height: %.2fpt\"",
                    Grid.x(widget.position().x()),
                    Grid.y(widget.position().y()),
                    Grid.width(widget.position().width()),
                    Grid.height(widget.position().height()));
            page.append(Svg.of(widget.draw(wording)).replaceFirst("<svg", place));
        }
        return page.append("</div></html>").toString();
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
