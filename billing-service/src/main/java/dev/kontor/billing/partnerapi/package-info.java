/** Billed usage as the vendor's own partner API lists it (docs/partner-v1.md): the lines of the newest final statement. */
package dev.kontor.billing.partnerapi;
