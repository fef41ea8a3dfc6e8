package dev.kontor.reporting.exportjobs;

import dev.kontor.reporting.snapshots.ContentFormat;

/**
 * What a job freezes of each of its customers.
 *
 * @param locale null for the partner's
 */
record ExportOrder(String dashboard, ContentFormat format, String locale) {}
