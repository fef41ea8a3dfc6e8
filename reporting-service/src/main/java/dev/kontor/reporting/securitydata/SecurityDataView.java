package dev.kontor.reporting.securitydata;

import dev.kontor.reporting.figures.Figures;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures that count now, and since when they are true. */
@Schema(name = "StoredSecurityData")
record SecurityDataView(UUID customerId, String source, Instant asOf, Figures figures) {}
