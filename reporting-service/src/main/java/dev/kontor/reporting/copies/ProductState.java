package dev.kontor.reporting.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What reports need of the state of {@code product/{code}} on {@code kontor.licensing.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProductState(String code, String name, long version) {}
