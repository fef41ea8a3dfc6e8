/** Checks that what is stored still agrees with itself: asked for by operators, and after every close. */
package dev.kontor.billing.invariants;
