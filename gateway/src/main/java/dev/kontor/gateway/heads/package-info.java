/** Gives up connections on which the head of a request does not come in time, however steadily its bytes drip. */
package dev.kontor.gateway.heads;
