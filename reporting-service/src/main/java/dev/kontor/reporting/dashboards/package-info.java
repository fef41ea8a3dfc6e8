/** Decides which dashboards a customer has, what stands on them, and which may be changed or deleted. */
package dev.kontor.reporting.dashboards;
