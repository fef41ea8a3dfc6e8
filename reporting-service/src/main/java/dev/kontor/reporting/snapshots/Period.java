package dev.kontor.reporting.snapshots;

import dev.kontor.reporting.figures.Figures;
import java.time.LocalDate;
import java.util.Optional;

/** The days that a snapshot's figures over time speak of, from the first to the last. */
record Period(LocalDate from, LocalDate until) {

    static Optional<Period> of(Snapshot snapshot) {
        var days = snapshot.widgets().stream()
                .flatMap(widget -> widget.figures().points().stream())
                .map(Figures.Point::at)
                .sorted()
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Period(days.get(0), days.get(days.size() - 1)));
    }
}
