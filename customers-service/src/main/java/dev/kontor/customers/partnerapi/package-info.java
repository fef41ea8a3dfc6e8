/** Tenants as the vendor's own partner API has them (docs/partner-v1.md), and what accounts made by scripts begin with. */
package dev.kontor.customers.partnerapi;
