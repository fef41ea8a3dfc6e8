/** Keeps business time: real time, moved on by what customers-service's heartbeat says (architecture.md, decision 11). */
package dev.kontor.gateway.clock;
