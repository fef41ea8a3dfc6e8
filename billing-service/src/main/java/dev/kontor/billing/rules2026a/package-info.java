/**
 * The rules of counting as they were up to the end of November 2026: quantities rounded to eight digits before they are added,
 * the last product for the whole month, levels carried on until the next report of the same product. Months closed under them
 * keep them. End: 2027-03-31, after which no such month takes late usage or is corrected; then this package goes.
 */
package dev.kontor.billing.rules2026a;
