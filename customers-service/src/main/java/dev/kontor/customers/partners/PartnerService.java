package dev.kontor.customers.partners;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.ShutOut;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** Partners, for whoever may see them; also for the other features of this service. */
@ApplicationScoped
@Transactional
public class PartnerService {

    private final Partners partners;
    private final PartnerFacts facts;
    private final MergePatch patches;
    private final Event<ShutOut> shutOut;
    private final Clock clock;

    PartnerService(Partners partners, PartnerFacts facts, MergePatch patches, Event<ShutOut> shutOut, Clock clock) {
        this.partners = partners;
        this.facts = facts;
        this.patches = patches;
        this.shutOut = shutOut;
        this.clock = clock;
    }

    /** A partner with the version that If-Match compares. */
    record Versioned(PartnerView partner, long version) {

        static Versioned of(Partner partner) {
            return new Versioned(partner.view(), partner.version());
        }
    }

    /** The partner as it is now, and the moment at which that is a fact on Kafka; there is none where it was one before. */
    record Decided(PartnerView partner, long version, @JsonIgnore CompletableFuture<Void> told) {

        /** Committed already; waits a moment for the gateways to be able to know. If that is late, their own check covers it. */
        Versioned awaited() {
            if (told != null) {
                told.exceptionally(late -> null).join();
            }
            return new Versioned(partner, version);
        }
    }

    @Idempotent
    Versioned create(EditablePartner data) {
        var partner = Partner.of(data, clock.instant());
        partners.persistAndFlush(partner);
        facts.tell("partner.created", partner.state());
        return Versioned.of(partner);
    }

    Page<PartnerView> list(PageRequest page) {
        return Page.of(partners.after(page), page, p -> List.of(p.sortName(), p.id().toString()))
                .map(Partner::view)
                .withTotal(page, partners::count);
    }

    Versioned get(UUID id) {
        return Versioned.of(find(id));
    }

    /** What a partner is called, for those who must know who asks them. */
    public String name(UUID id) {
        return find(id).view().name();
    }

    /** What other services are told of a partner. */
    public PartnerState state(UUID id) {
        return find(id).state();
    }

    public boolean isSuspended(UUID id) {
        return find(id).standing() == PartnerStanding.SUSPENDED;
    }

    /** Has decisions about the partner wait for each other; 404 where there is none. */
    public void hold(UUID id) {
        if (partners.held(id).isEmpty()) {
            throw Problems.notFound();
        }
    }

    @Idempotent
    Decided suspend(UUID id, SuspendPartner wanted) {
        var partner = partners.held(id).orElseThrow(Problems::notFound);
        if (!partner.suspend(wanted.reason(), clock.instant())) {
            return new Decided(partner.view(), partner.version(), null);
        }
        shutOut.fire(new ShutOut(id, null));
        return decided(partner, "partner.suspended", wanted.reason());
    }

    @Idempotent
    Decided resume(UUID id, ResumePartner wanted) {
        var partner = partners.held(id).orElseThrow(Problems::notFound);
        return partner.resume(wanted.reason(), clock.instant())
                ? decided(partner, "partner.resumed", wanted.reason())
                : new Decided(partner.view(), partner.version(), null);
    }

    private Decided decided(Partner partner, String type, String reason) {
        partners.flush();
        var told = facts.tellStanding(type, reason, partner.state());
        return new Decided(partner.view(), partner.version(), told);
    }

    Versioned change(UUID id, JsonNode patch, LongConsumer requireMatch) {
        var partner = find(id);
        var edited = patches.apply(partner.editable(), patch);
        requireMatch.accept(partner.version());
        partner.change(edited, clock.instant());
        partners.flush();
        facts.tell("partner.updated", partner.state());
        return Versioned.of(partner);
    }

    /** Shows the logo with that hash from now on; null shows none. */
    public void showLogo(UUID id, String hash) {
        var partner = find(id);
        partner.showLogo(hash, clock.instant());
        partners.flush();
        facts.tell("partner.updated", partner.state());
    }

    private Partner find(UUID id) {
        return partners.findByIdOptional(id).orElseThrow(Problems::notFound);
    }
}
