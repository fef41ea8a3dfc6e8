package dev.kontor.reporting.copies;

import java.time.LocalDate;

/**
 * One licence as reports list it.
 *
 * @param product its name
 * @param quantity null where it is unlimited or not limited by number
 * @param ends null where it runs on
 */
public record LicenseRow(String product, String type, String status, Integer quantity, LocalDate ends) {}
