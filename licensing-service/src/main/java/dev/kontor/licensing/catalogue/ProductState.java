package dev.kontor.licensing.catalogue;

import java.util.List;

/** A product as other services learn of it: the state of {@code product/{code}} on {@code kontor.licensing.v1}. */
record ProductState(
        String code,
        String name,
        Category category,
        Unit unit,
        boolean monthly,
        List<String> formerNames,
        long version) {}
