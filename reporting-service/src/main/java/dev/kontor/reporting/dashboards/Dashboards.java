package dev.kontor.reporting.dashboards;

import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.copies.Brandings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A customer's dashboards: the vendor's, which stay as they are, then its own. */
@ApplicationScoped
@Transactional
public class Dashboards {

    static final int MOST = 100;

    private final CustomDashboards custom;
    private final Brandings customers;

    Dashboards(CustomDashboards custom, Brandings customers) {
        this.custom = custom;
        this.customers = customers;
    }

    /** The dashboard with this id, the vendor's or a custom one. */
    public Dashboard require(UUID customerId, String id) {
        return VendorDashboards.find(id)
                .or(() -> findCustom(customerId, id).map(CustomDashboard::shown))
                .orElseThrow(Problems::notFound);
    }

    /** Whether every customer has this dashboard. */
    public static boolean isVendors(String id) {
        return VendorDashboards.find(id).isPresent();
    }

    List<Dashboard> all(UUID customerId) {
        return Stream.concat(
                        VendorDashboards.all().stream(),
                        custom.of(customerId).stream().map(CustomDashboard::shown))
                .toList();
    }

    /** Makes a dashboard. What is answered is what was made, also to a repeat after it was changed or deleted. */
    @Idempotent
    Dashboard create(UUID customerId, WriteDashboard command) {
        check(command);
        if (custom.count("customerId", customerId) >= MOST) {
            throw ReportingProblem.TOO_MANY_DASHBOARDS.problem(MOST);
        }
        var dashboard = CustomDashboard.of(customers.partnerOf(customerId), customerId, command);
        custom.persist(dashboard);
        return dashboard.shown();
    }

    /** Replaces a custom dashboard; {@code precondition} gets the version it would replace. */
    void replace(UUID customerId, String id, WriteDashboard command, LongConsumer precondition) {
        if (VendorDashboards.find(id).isPresent()) {
            throw ReportingProblem.DASHBOARD_NOT_EDITABLE.problem(id);
        }
        var dashboard = findCustom(customerId, id).orElseThrow(Problems::notFound);
        check(command);
        precondition.accept(dashboard.version());
        dashboard.replace(command);
    }

    void delete(UUID customerId, String id, LongConsumer precondition) {
        if (VendorDashboards.find(id).isPresent()) {
            throw ReportingProblem.DASHBOARD_NOT_DELETABLE.problem(id);
        }
        var dashboard = findCustom(customerId, id).orElseThrow(Problems::notFound);
        precondition.accept(dashboard.version());
        custom.delete(dashboard);
    }

    private Optional<CustomDashboard> findCustom(UUID customerId, String id) {
        try {
            return custom.find(customerId, UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static void check(WriteDashboard command) {
        var errors = GridRules.errors(command.toWidgets());
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
    }
}
