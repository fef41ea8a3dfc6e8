/**
 * Facts between PostgreSQL and Kafka: a change and its fact commit together (outbox), a consumer's work and its seen mark
 * commit together (inbox).
 */
package dev.kontor.platform.messaging;
