package dev.kontor.customers.partners;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.PresentPrograms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** In which programs a partner is, for what goes on after its request. */
@ApplicationScoped
class ProgramsOfNow implements PresentPrograms {

    private final Database database;

    ProgramsOfNow(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Set<String>> of(UUID partnerId) {
        return Optional.of(Set.copyOf(database.sql("select unnest(programs) from partner where id = :id")
                .with("id", partnerId)
                .list(String.class)));
    }
}
