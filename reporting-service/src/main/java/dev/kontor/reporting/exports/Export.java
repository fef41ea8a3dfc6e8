package dev.kontor.reporting.exports;

import dev.kontor.platform.web.Ids;
import dev.kontor.reporting.snapshots.ContentFormat;
import dev.kontor.reporting.snapshots.Edition;
import dev.kontor.reporting.snapshots.Snapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A dashboard as it was at one moment. Nothing of it ever changes. */
@Entity
@Table(name = "exports")
class Export {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID partnerId;

    @Column(nullable = false)
    private UUID customerId;

    @Column(nullable = false)
    private String dashboardId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ContentFormat format;

    @Column(nullable = false)
    private String locale;

    @Column(nullable = false)
    private Instant snapshotAt;

    @Column(nullable = false)
    private String contentHash;

    @Column(nullable = false)
    private String snapshot;

    /** For who asks the database one day; no answer shows it. */
    @SuppressWarnings("UnusedVariable")
    @Column(nullable = false)
    private String createdBy;

    protected Export() {}

    static Export of(
            UUID partnerId,
            UUID customerId,
            String dashboardId,
            ContentFormat format,
            Edition edition,
            String createdBy) {
        var export = new Export();
        export.id = Ids.next();
        export.partnerId = partnerId;
        export.customerId = customerId;
        export.dashboardId = dashboardId;
        export.format = format;
        export.locale = edition.locale().toLanguageTag();
        export.snapshotAt = edition.at();
        export.snapshot = edition.snapshot().json();
        export.contentHash = edition.contentHash();
        export.createdBy = createdBy;
        return export;
    }

    Edition edition() {
        return new Edition(Snapshot.read(snapshot), contentHash, snapshotAt, locale(), false);
    }

    UUID id() {
        return id;
    }

    UUID partnerId() {
        return partnerId;
    }

    UUID customerId() {
        return customerId;
    }

    String dashboardId() {
        return dashboardId;
    }

    ContentFormat format() {
        return format;
    }

    Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    Instant snapshotAt() {
        return snapshotAt;
    }

    String contentHash() {
        return contentHash;
    }
}
