/** Keeps which customers there are, whose they are and how they are billed. */
@NullMarked
package dev.kontor.licensing.copies;

import org.jspecify.annotations.NullMarked;
