package dev.kontor.customers.customers;

import dev.kontor.customers.administrators.AdministratorService;
import dev.kontor.customers.administrators.AdministratorState;
import dev.kontor.customers.assistance.AssistanceService;
import dev.kontor.customers.assistance.AssistanceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What other services are told of a customer when they ask. */
@ApplicationScoped
class CustomerAnswers {

    private final CustomerService customers;
    private final AssistanceService assistances;
    private final AdministratorService administrators;

    CustomerAnswers(CustomerService customers, AssistanceService assistances, AdministratorService administrators) {
        this.customers = customers;
        this.assistances = assistances;
        this.administrators = administrators;
    }

    /**
     * The last three are about the subject that was named, if one was: {@code assigned} directly, {@code groupIds} are the
     * groups through which it sees the customer.
     */
    record Answer(
            CustomerState customer,
            AssistanceState consent,
            AdministratorState administrator,
            boolean assigned,
            List<UUID> groupIds) {}

    /** Of a customer, and of {@code subject} where that is not null; 404 for one that there is not. */
    @Transactional
    Answer of(UUID id, String subject) {
        var customer = customers.state(id);
        var consent = assistances.state(id).orElse(null);
        if (subject == null) {
            return new Answer(customer, consent, null, false, List.of());
        }
        return new Answer(
                customer,
                consent,
                administrators.state(customer.partnerId(), subject).orElse(null),
                administrators.isAssigned(customer.partnerId(), subject, id),
                administrators.groupsThrough(customer.partnerId(), subject, id));
    }
}
