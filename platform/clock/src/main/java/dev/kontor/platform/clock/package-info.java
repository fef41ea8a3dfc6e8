/** Business time: real time, or in a rehearsal a time somebody moved it to. */
package dev.kontor.platform.clock;
