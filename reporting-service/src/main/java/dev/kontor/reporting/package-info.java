/** reporting-service: dashboards of customers' security, frozen and exported, and the pages of statements. */
package dev.kontor.reporting;
