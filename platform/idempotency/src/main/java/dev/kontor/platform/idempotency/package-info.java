/** Decides whether a repeated request is done again, answered from what was kept, or refused (IETF Idempotency-Key draft). */
package dev.kontor.platform.idempotency;
