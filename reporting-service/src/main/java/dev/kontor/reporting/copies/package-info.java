/** Keeps what reports need to know of other services' customers, partners, licences and logos. */
@NullMarked
package dev.kontor.reporting.copies;

import org.jspecify.annotations.NullMarked;
