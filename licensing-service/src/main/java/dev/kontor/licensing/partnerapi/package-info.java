/** The licences of a tenant as the vendor's own partner API lists them (docs/partner-v1.md). */
package dev.kontor.licensing.partnerapi;
