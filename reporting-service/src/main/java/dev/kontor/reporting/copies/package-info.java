/** Keeps what reports need to know of other services' customers, partners, licences and logos. */
package dev.kontor.reporting.copies;
