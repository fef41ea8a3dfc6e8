/** The suite as its users have it: started by the scripts, asked through the gateway. */
package dev.kontor.e2e;
