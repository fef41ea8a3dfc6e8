package dev.kontor.customers.partners;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Partners, for whoever may see them; also for the other features of this service. */
@ApplicationScoped
@Transactional
public class PartnerService {

    private final Partners partners;
    private final PartnerFacts facts;
    private final MergePatch patches;
    private final Clock clock;

    PartnerService(Partners partners, PartnerFacts facts, MergePatch patches, Clock clock) {
        this.partners = partners;
        this.facts = facts;
        this.patches = patches;
        this.clock = clock;
    }

    /** A partner with the version that If-Match compares. */
    record Versioned(PartnerView partner, long version) {

        static Versioned of(Partner partner) {
            return new Versioned(partner.view(), partner.version());
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

    PartnerState state(UUID id) {
        return find(id).state();
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
