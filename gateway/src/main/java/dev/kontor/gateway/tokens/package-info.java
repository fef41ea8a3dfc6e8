/** Decides whether a bearer token is genuine, and for whom it speaks (RFC 8725, RFC 9068). */
package dev.kontor.gateway.tokens;
