/** Decides whom reports let at a customer: whoever sees it and, of its partner, has its consent (domain.md rule 14). */
@NullMarked
package dev.kontor.reporting.consent;

import org.jspecify.annotations.NullMarked;
