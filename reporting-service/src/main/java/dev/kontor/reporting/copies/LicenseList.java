package dev.kontor.reporting.copies;

import java.util.List;

/** A customer's licences that matter now, with the best status any has ({@code none} before the first). */
public record LicenseList(String status, List<LicenseRow> licenses) {}
