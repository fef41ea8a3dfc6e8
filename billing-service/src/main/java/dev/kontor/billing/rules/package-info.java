/** Which version of the rules a month is counted by: a closed one keeps its own (domain.md rule 24). */
package dev.kontor.billing.rules;
