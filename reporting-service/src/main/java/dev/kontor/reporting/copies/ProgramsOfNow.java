package dev.kontor.reporting.copies;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.PresentPrograms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** In which programs a partner is, as its owner last told. */
@ApplicationScoped
class ProgramsOfNow implements PresentPrograms {

    private final Database database;

    ProgramsOfNow(Database database) {
        this.database = database;
    }

    /** As they stand in their column. */
    private record Programs(Set<String> programs) {}

    @Override
    public Optional<Set<String>> of(UUID partnerId) {
        return database.sql(
                        """
                        select array(select jsonb_array_elements_text(programs)) as programs from partners
                        where id = :id and programs is not null""")
                .with("id", partnerId)
                .first(Programs.class)
                .map(Programs::programs);
    }
}
