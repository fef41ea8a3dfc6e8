/** What an account is billed as, and changes of it at the owner of customers. */
package dev.kontor.licensing.accounts;
