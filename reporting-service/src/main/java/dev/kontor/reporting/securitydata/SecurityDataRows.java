package dev.kontor.reporting.securitydata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.reporting.figures.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The posted figures. */
@ApplicationScoped
class SecurityDataRows {

    private final Session database;
    private final ObjectMapper mapper;

    SecurityDataRows(Session database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    record Stored(Instant asOf, Figures figures) {}

    /** Whatever arrives last, what was true last stays. */
    void put(UUID partnerId, UUID customerId, String source, Instant asOf, Figures figures) {
        database.createNativeMutationQuery(
                        """
                        insert into security_data (partner_id, customer_id, source, as_of, figures)
                        values (:partner, :customer, :source, :asOf, :figures)
                        on conflict (partner_id, customer_id, source) do update
                        set as_of = excluded.as_of, figures = excluded.figures
                        where security_data.as_of <= excluded.as_of""")
                .setParameter("partner", partnerId)
                .setParameter("customer", customerId)
                .setParameter("source", source)
                .setParameter("asOf", asOf)
                .setParameter("figures", write(figures))
                .executeUpdate();
    }

    Optional<Stored> find(UUID customerId, String source) {
        return database.createNativeQuery(
                        "select as_of, figures from security_data where customer_id = :customer and source = :source",
                        Tuple.class)
                .setParameter("customer", customerId)
                .setParameter("source", source)
                .getResultStream()
                .map(row -> new Stored(row.get(0, Instant.class), read(row.get(1, String.class))))
                .findFirst();
    }

    private String write(Figures figures) {
        try {
            return mapper.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Figures read(String figures) {
        try {
            return mapper.readValue(figures, Figures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
