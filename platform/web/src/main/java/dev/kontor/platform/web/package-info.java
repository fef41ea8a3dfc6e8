/** What every service's HTTP surface has in common: problems, strict input, pages, entity tags, merge patches and idempotency. */
package dev.kontor.platform.web;
