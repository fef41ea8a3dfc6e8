package dev.kontor.customers.crm;

import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** A partner's connection to its CRM, and what is to be sent to it. */
@ApplicationScoped
@Transactional
public class CrmService {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final CrmConnections connections;
    private final CrmQueue queue;
    private final CrmNames names;
    private final SecretSeal seal;
    private final Clock clock;

    CrmService(CrmConnections connections, CrmQueue queue, CrmNames names, SecretSeal seal, Clock clock) {
        this.connections = connections;
        this.queue = queue;
        this.names = names;
        this.seal = seal;
        this.clock = clock;
    }

    /** A connection with the version that If-Match compares. */
    record Versioned(CrmView connection, long version) {

        static Versioned of(CrmConnection connection) {
            return new Versioned(connection.view(), connection.version());
        }
    }

    Versioned get(UUID partnerId) {
        return connections.of(partnerId).map(Versioned::of).orElseThrow(Problems::notFound);
    }

    /** The address was checked by {@link AddressGuard}. */
    Versioned put(UUID partnerId, CrmUrl url, ConnectCrm wanted, Consumer<OptionalLong> requireMatch) {
        if (!seal.isPossible()) {
            throw Problems.unavailable(RETRY_AFTER);
        }
        var known = connections.of(partnerId);
        requireMatch.accept(known.isPresent() ? OptionalLong.of(known.get().version()) : OptionalLong.empty());
        var connection = known.orElseGet(() -> CrmConnection.of(partnerId));
        connection.change(url, wanted.clientId(), seal.seal(partnerId, wanted.clientSecret()), clock.instant());
        connections.persistAndFlush(connection);
        queue.hurry(names, partnerId);
        return Versioned.of(connection);
    }

    void delete(UUID partnerId) {
        // By a statement, so that of two at the same time the second finds nothing.
        if (connections.delete("partnerId", partnerId) == 0) {
            throw Problems.notFound();
        }
    }

    /** The customer's name is to be sent, as it then is; in the transaction that changed it. */
    public void send(UUID partnerId, UUID customerId) {
        queue.add(names, partnerId, customerId, connections.of(partnerId).isPresent());
    }
}
