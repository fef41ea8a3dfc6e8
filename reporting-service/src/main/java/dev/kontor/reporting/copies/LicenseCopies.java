package dev.kontor.reporting.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.database.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Copies of licence lists and product names. The same state twice, or an older one, changes nothing. */
@ApplicationScoped
@Transactional
public class LicenseCopies {

    /** Past licences are history, not what a report of today lists. */
    private static final Set<String> LISTED = Set.of("trial", "active", "expiring", "expired");

    private static final String INSERT_LIST =
            """
            insert into license_lists (partner_id, customer_id, status, licenses, version)
            values (:partner, :customer, :status, :licenses, :version) on conflict do nothing""";

    private static final String UPDATE_LIST =
            """
            update license_lists
            set partner_id = :partner, status = :status, licenses = :licenses, version = :version
            where customer_id = :customer and version < :version""";

    private final Session database;
    private final ObjectMapper mapper;

    LicenseCopies(Session database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    void apply(LicensesState state) {
        boolean known = !Values.of(
                        database,
                        "select version from license_lists where customer_id = :customer for update",
                        Long.class)
                .setParameter("customer", state.customerId())
                .getResultList()
                .isEmpty();
        database.createNativeMutationQuery(known ? UPDATE_LIST : INSERT_LIST)
                .setParameter("partner", state.partnerId())
                .setParameter("customer", state.customerId())
                .setParameter("status", state.status())
                .setParameter("licenses", write(state.licenses()))
                .setParameter("version", state.version())
                .executeUpdate();
    }

    void apply(ProductState state) {
        database.createNativeMutationQuery(
                        """
                        insert into products (code, name, version) values (:code, :name, :version)
                        on conflict (code) do update set name = excluded.name, version = excluded.version
                        where products.version <= excluded.version""")
                .setParameter("code", state.code())
                .setParameter("name", state.name())
                .setParameter("version", state.version())
                .executeUpdate();
    }

    /** A customer's licences, empty where nothing was told of them yet. */
    public Optional<LicenseList> of(UUID customerId) {
        Map<String, String> names = productNames();
        return database.createNativeQuery(
                        "select status, licenses from license_lists where customer_id = :id", Tuple.class)
                .setParameter("id", customerId)
                .getResultStream()
                .map(row -> new LicenseList(
                        row.get(0, String.class),
                        read(row.get(1, String.class)).stream()
                                .filter(item -> LISTED.contains(item.status()))
                                .map(item -> row(item, names))
                                .sorted(Comparator.comparing(LicenseRow::product)
                                        .thenComparing(LicenseRow::type)
                                        .thenComparing(LicenseRow::status))
                                .toList()))
                .findFirst();
    }

    /** The names of all products by their codes. */
    public Map<String, String> productNames() {
        return database.createNativeQuery("select code, name from products", Tuple.class)
                .getResultStream()
                .collect(
                        Collectors.toUnmodifiableMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    private static LicenseRow row(LicensesState.Item item, Map<String, String> names) {
        LocalDate ends = item.endAt() == null
                ? null
                : item.endAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new LicenseRow(
                names.getOrDefault(item.product(), item.product()),
                item.type(),
                item.status(),
                item.unlimited() ? null : item.quantity(),
                item.unlimited(),
                ends);
    }

    private String write(List<LicensesState.Item> licenses) {
        try {
            return mapper.writeValueAsString(licenses == null ? List.of() : licenses);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<LicensesState.Item> read(String licenses) {
        try {
            return mapper.readValue(licenses, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
