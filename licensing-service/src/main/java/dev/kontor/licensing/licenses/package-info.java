/** Decides which licences a customer holds, and tells the others whenever that changes, also by time alone. */
package dev.kontor.licensing.licenses;
