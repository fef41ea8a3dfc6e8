/** The one door: who is it, may they, does the customer agree, and then on to the service. */
package dev.kontor.gateway;
