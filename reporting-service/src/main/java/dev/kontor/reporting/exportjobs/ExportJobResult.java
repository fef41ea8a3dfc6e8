package dev.kontor.reporting.exportjobs;

/** How many dashboards were frozen and how many customers refused, and where each is listed. */
record ExportJobResult(long exported, long refused, String exports) {}
