package dev.kontor.reporting.exports;

import dev.kontor.reporting.copies.Logos;
import dev.kontor.reporting.drawing.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Makes an export's content out of its snapshot: the same bytes every time. */
@ApplicationScoped
class ExportContent {

    private final Logos logos;

    ExportContent(Logos logos) {
        this.logos = logos;
    }

    byte[] of(Export export, ExportFormat format) {
        Snapshot snapshot = export.snapshot();
        Wording wording = Wording.of(export.locale());
        return switch (format) {
            case PDF -> pages(export, snapshot, wording).pdf();
            case PNG -> Raster.png(pages(export, snapshot, wording).onOneSheet());
            case JSON ->
                CanonicalJson.write(new JsonContent(export.snapshotAt(), export.contentHash(), snapshot))
                        .getBytes(StandardCharsets.UTF_8);
            case CSV -> SnapshotCsv.of(snapshot, wording).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The snapshot, with what is not part of its hash. */
    private record JsonContent(Instant snapshotAt, String contentHash, Snapshot snapshot) {}

    private DashboardPages pages(Export export, Snapshot snapshot, Wording wording) {
        return new DashboardPages(
                snapshot,
                export.snapshotAt(),
                export.contentHash(),
                logos.find(snapshot.partner().logoHash()).orElse(null),
                logos.find(snapshot.customer().logoHash()).orElse(null),
                wording);
    }
}
