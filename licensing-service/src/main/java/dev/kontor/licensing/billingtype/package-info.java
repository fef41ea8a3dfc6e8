/** Decides how an account is billed: conversions between trial, term and monthly, and what a licence key does. */
package dev.kontor.licensing.billingtype;
