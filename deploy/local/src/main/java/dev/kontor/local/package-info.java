/** The whole suite on one machine: servers, development issuer, services as processes, and demo data. */
package dev.kontor.local;
