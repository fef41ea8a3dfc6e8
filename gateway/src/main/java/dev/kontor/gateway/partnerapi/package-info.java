/** Speaks the vendor's own partner API (docs/partner-v1.md): its tokens, its headers, its errors; services do the rest. */
package dev.kontor.gateway.partnerapi;
