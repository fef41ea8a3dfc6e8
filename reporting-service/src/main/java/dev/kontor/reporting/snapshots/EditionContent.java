package dev.kontor.reporting.snapshots;

import dev.kontor.platform.web.CsvForm;
import dev.kontor.reporting.copies.Logos;
import dev.kontor.reporting.drawing.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes an edition in a format: the same bytes every time. */
@ApplicationScoped
public class EditionContent {

    private final Logos logos;

    EditionContent(Logos logos) {
        this.logos = logos;
    }

    /** {@code csv} is the form of a table; the other formats have one. */
    public byte[] of(Edition edition, ContentFormat format, CsvForm csv) {
        var snapshot = edition.snapshot();
        return switch (format) {
            case PDF -> pages(edition).pdf();
            case PNG -> Raster.png(pages(edition).onOneSheet());
            case JSON ->
                CanonicalJson.write(new JsonContent(edition.at(), edition.contentHash(), snapshot))
                        .getBytes(StandardCharsets.UTF_8);
            case CSV ->
                SnapshotCsv.of(snapshot, Wording.of(edition.locale()), csv).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The snapshot, with what is not part of its hash. */
    private record JsonContent(Instant snapshotAt, String contentHash, Snapshot snapshot) {}

    private SnapshotPages pages(Edition edition) {
        return new SnapshotPages(
                edition,
                logos.find(edition.snapshot().partner().logoHash()).orElse(null),
                logos.find(edition.snapshot().customer().logoHash()).orElse(null));
    }
}
