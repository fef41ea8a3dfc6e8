/**
 * Decides what billing knows of things others own: who was whose customer when, which licences were selected, what the
 * catalogue holds. An older record never overwrites a newer one.
 */
@NullMarked
package dev.kontor.billing.copies;

import org.jspecify.annotations.NullMarked;
