package dev.kontor.licensing.earlyaccess;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.LongConsumer;

/** The vendor's programs. */
@ApplicationScoped
@Transactional
class ProgramCatalogue {

    private final Programs programs;

    ProgramCatalogue(Programs programs) {
        this.programs = programs;
    }

    Page<ProgramView> page(PageRequest request) {
        var after = request.after().map(keys -> keys.get(0)).orElse("");
        var rows = programs.page(after, request.fetch()).stream()
                .map(Program::view)
                .toList();
        return Page.of(rows, request, row -> List.of(row.code())).withTotal(request, programs::count);
    }

    /** Creates or changes a program; {@code check} sees the version of one that exists and may refuse. */
    Versioned put(String code, ProgramChange wanted, LongConsumer check) {
        var known = programs.findById(code);
        var program = known == null ? Program.create(code, wanted) : known;
        if (known != null) {
            check.accept(known.version());
            known.change(wanted);
        }
        programs.persistAndFlush(program);
        return new Versioned(program.view(), program.version(), known == null);
    }

    record Versioned(ProgramView view, long version, boolean created) {}
}
