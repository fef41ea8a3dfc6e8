package dev.kontor.reporting.copies;

import java.time.LocalDate;

/**
 * One licence as reports list it.
 *
 * @param product its name
 * @param quantity null where it is unlimited, or nobody counts it
 * @param ends null where it runs on
 */
public record LicenseRow(
        String product, String type, String status, Integer quantity, boolean unlimited, LocalDate ends) {}
