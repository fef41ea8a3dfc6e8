package dev.kontor.customers.accesslog;

import dev.kontor.customers.evidence.ChainEnd;
import dev.kontor.customers.evidence.Roots;
import dev.kontor.customers.evidence.Roots.Published;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Says whether a log is what it was: its chains by themselves, against the roots that were published of them, and against
 * the head that the caller kept (domain.md rule 42).
 */
@ApplicationScoped
class Verifications {

    /** How long a caller waits for the broker. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AccessLogRows rows;
    private final Chains chains;
    private final VerifiedHeads verified;
    private final Roots roots;
    private final PublishedRoots publishedRoots;
    private final HeadSignatures signatures;
    private final Caller caller;

    Verifications(
            AccessLogRows rows,
            Chains chains,
            VerifiedHeads verified,
            Roots roots,
            PublishedRoots publishedRoots,
            HeadSignatures signatures,
            Caller caller) {
        this.rows = rows;
        this.chains = chains;
        this.verified = verified;
        this.roots = roots;
        this.publishedRoots = publishedRoots;
        this.signatures = signatures;
        this.caller = caller;
    }

    /** @param kept a head that the caller was told earlier; null where it asks for nothing to be proven */
    Verification verify(UUID customerId, ChainHead.View kept) {
        var rootsHold = publishedRoots.hold(PATIENCE).orElseThrow(() -> Problems.unavailable(PATIENCE));
        // The roots first, the heads next, the entries last: what is added meanwhile lies behind what they have to
        // have.
        var published = published(customerId);
        var heads = QuarkusTransaction.requiringNew().call(() -> rows.heads(customerId));
        var readings = new HashMap<ChainHead, Chains.Reading>();
        for (var head : heads) {
            readings.put(head, read(customerId, head, published.remove(ChainEnd.key(customerId, head.partnerId()))));
        }
        var holds = rootsHold
                // A chain that was published and is gone.
                && published.isEmpty()
                && readings.values().stream().allMatch(Chains.Reading::holds)
                && (!heads.isEmpty() || !QuarkusTransaction.requiringNew().call(() -> rows.exist(customerId)));
        var head = heads.isEmpty() ? ChainHead.NONE : heads.get(0);
        return new Verification(
                holds,
                readings.values().stream()
                        .mapToLong(reading -> reading.end().sequence())
                        .sum(),
                holds ? signatures.sign(customerId, head) : HeadSignatures.unsigned(head),
                kept == null ? null : isExtended(customerId, heads, readings, kept),
                readings.values().stream()
                        .map(Chains.Reading::brokenAt)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** What was published of the chains that the caller reads: its partner's own, or all of a customer. */
    private Map<String, Published> published(UUID customerId) {
        var all = new HashMap<>(roots.of(customerId));
        if (caller.partnerId() != null) {
            all.keySet().retainAll(List.of(ChainEnd.key(customerId, caller.partnerId())));
        }
        return all;
    }

    private Chains.Reading read(UUID customerId, ChainHead head, Published published) {
        var from = verified.of(customerId, head.partnerId());
        var places = new ArrayList<>(List.of(head));
        if (published != null) {
            places.add(ChainHead.of(head.partnerId(), published.end()));
        }
        var reading = chains.read(customerId, from, places);
        if (reading.holds()) {
            verified.remember(customerId, from, reading.end());
        }
        return reading;
    }

    /** Every log extends the empty one; any other head has to be in a chain that holds. */
    private boolean isExtended(
            UUID customerId, List<ChainHead> heads, Map<ChainHead, Chains.Reading> readings, ChainHead.View kept) {
        return kept.equals(ChainHead.NONE.view())
                || heads.stream()
                        .filter(head -> readings.get(head).holds())
                        .anyMatch(head -> chains.has(customerId, ChainHead.of(head.partnerId(), kept)));
    }
}
