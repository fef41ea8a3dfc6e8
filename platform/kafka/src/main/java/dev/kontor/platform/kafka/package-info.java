/** Decides how every client reaches the broker, what topics are like, and what a record says about itself. */
package dev.kontor.platform.kafka;
