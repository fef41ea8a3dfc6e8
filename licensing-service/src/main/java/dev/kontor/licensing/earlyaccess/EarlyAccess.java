package dev.kontor.licensing.earlyaccess;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.catalogue.Codes;
import dev.kontor.licensing.earlyaccess.Eligibility.Protection;
import dev.kontor.licensing.licenses.AccountBook;
import dev.kontor.licensing.plans.Account;
import dev.kontor.licensing.plans.Effect;
import dev.kontor.licensing.plans.Held;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Which programs a customer can join, joins and leaves. */
@ApplicationScoped
@Transactional
public class EarlyAccess {

    private final Programs programs;
    private final Enrolments enrolments;
    private final AccountBook book;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Clock clock;

    EarlyAccess(
            Programs programs,
            Enrolments enrolments,
            AccountBook book,
            Catalogue catalogue,
            Caller caller,
            Clock clock) {
        this.programs = programs;
        this.enrolments = enrolments;
        this.book = book;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** The programs that a customer is in and that monthly licences don't go with. */
    public List<String> withoutFlex(UUID customerId) {
        return enrolments.running(customerId).stream()
                .map(Enrolment::program)
                .filter(code -> !programs.findById(code).flexCompatible())
                .toList();
    }

    /** Carries out what a plan says of programs. */
    public void apply(UUID customerId, List<Effect> effects) {
        effects.stream()
                .filter(effect -> effect.kind() == Effect.Kind.EARLY_ACCESS_ENDED)
                .forEach(effect -> enrolments
                        .running(customerId, effect.program())
                        .ifPresent(enrolment -> enrolment.end(effect.at())));
    }

    Page<EarlyAccessView> of(UUID customerId, PageRequest request) {
        var account = book.read(customerId);
        var licenses = protections(account);
        var running = enrolments.running(customerId).stream().collect(toMap(Enrolment::program, identity()));
        var after = request.after().map(keys -> keys.get(0)).orElse("");
        var views = programs.page(after, request.fetch()).stream()
                .map(program -> EarlyAccessView.of(
                        program, Eligibility.reasons(program, account.type(), licenses), running.get(program.code())))
                .toList();
        return Page.of(views, request, view -> List.of(view.code())).withTotal(request, programs::count);
    }

    /** Joins; whoever is in already stays in, whatever became of its licences. */
    EarlyAccessView enrol(UUID customerId, String code) {
        var program = find(code);
        var account = book.open(customerId);
        var reasons = Eligibility.reasons(program, account.type(), protections(account));
        var enrolment = enrolments.running(customerId, code).orElseGet(() -> {
            reasons.stream().findFirst().ifPresent(reason -> {
                throw reason.problem().with("reasons", reasons);
            });
            var begun = Enrolment.begin(caller.partnerId(), customerId, code, caller.subject(), clock.instant());
            enrolments.persist(begun);
            return begun;
        });
        return EarlyAccessView.of(program, reasons, enrolment);
    }

    /** Leaves; whoever isn't in has left already. */
    void leave(UUID customerId, String code) {
        find(code);
        var account = book.open(customerId);
        if (account.type() == AccountType.MANAGED_ORDER) {
            throw LicensingProblem.MANAGED_ORDER_READ_ONLY.problem();
        }
        enrolments.running(customerId, code).ifPresent(enrolment -> enrolment.end(clock.instant()));
    }

    private Program find(String code) {
        if (!Codes.isOne(code)) {
            throw Problems.notFound();
        }
        return programs.findByIdOptional(code).orElseThrow(Problems::notFound);
    }

    private List<Protection> protections(Account account) {
        var held = account.held().stream()
                .filter(license -> !license.startAt().isAfter(clock.instant()))
                .toList();
        var offers = catalogue.offers(held.stream().map(Held::product).toList());
        return held.stream()
                .map(license -> new Protection(offers.get(license.product()).category(), license.type()))
                .toList();
    }
}
