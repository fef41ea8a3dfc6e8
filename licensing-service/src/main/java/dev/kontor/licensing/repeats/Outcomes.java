package dev.kontor.licensing.repeats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What came of changes to accounts, kept in the changes' own transactions (decision 043). */
@ApplicationScoped
@Transactional
public class Outcomes {

    private final Database database;
    private final Fingerprints fingerprints;
    private final ObjectMapper mapper;

    Outcomes(Database database, Fingerprints fingerprints, ObjectMapper mapper) {
        this.database = database;
        this.fingerprints = fingerprints;
        this.mapper = mapper;
    }

    /** What came of the same before, while that is kept. */
    public <T> Optional<T> of(UUID customerId, Record wanted, Class<T> type) {
        return database.sql("select outcome from outcomes where customer_id = :customer and wanted = :wanted")
                .with("customer", customerId)
                .with("wanted", fingerprints.of(wanted))
                .first(String.class)
                .map(json -> read(json, type));
    }

    /** Keeps it until the account's owner was told, or until the account's next change. */
    public void keepUntilTold(UUID customerId, Record wanted, Object outcome) {
        keep(customerId, wanted, outcome, false);
    }

    /** Keeps it for good: what can be done once, such as using a key, has one outcome. */
    public void keep(UUID customerId, Record wanted, Object outcome) {
        keep(customerId, wanted, outcome, true);
    }

    /** The owner knows: the same again is another call from now on. */
    public void told(UUID customerId, Record wanted) {
        database.sql("delete from outcomes where customer_id = :customer and wanted = :wanted and not lasting")
                .with("customer", customerId)
                .with("wanted", fingerprints.of(wanted))
                .update();
    }

    private void keep(UUID customerId, Record wanted, Object outcome, boolean lasting) {
        database.sql("delete from outcomes where customer_id = :customer and not lasting")
                .with("customer", customerId)
                .update();
        database.sql(
                        """
                        insert into outcomes (partner_id, customer_id, wanted, outcome, lasting)
                        select partner_id, id, :wanted, :outcome, :lasting from customers where id = :customer""")
                .with("customer", customerId)
                .with("wanted", fingerprints.of(wanted))
                .with("outcome", written(outcome))
                .with("lasting", lasting)
                .update();
    }

    private String written(Object outcome) {
        try {
            return mapper.writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
