/** What every use of the brokers has in common. */
package dev.kontor.gateway.brokers;
