package dev.kontor.billing.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

@JsonIgnoreProperties(ignoreUnknown = true)
record ProductState(String code, String name, String category, String unit, boolean monthly, long version) {}
