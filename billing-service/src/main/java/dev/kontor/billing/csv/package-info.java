/** Tables as text (RFC 4180), as spreadsheets and PSA tools write and read them. */
package dev.kontor.billing.csv;
