package dev.kontor.licensing.earlyaccess;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;

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

    /** Creates or changes a program; {@code check} sees the version of one that exists, or none, and may refuse. */
    Versioned put(String code, ProgramChange wanted, Consumer<OptionalLong> check) {
        var known = programs.findById(code);
        check.accept(known == null ? OptionalLong.empty() : OptionalLong.of(known.version()));
        if (known == null) {
            return new Versioned(add(Program.create(code, wanted)), true);
        }
        known.change(wanted);
        programs.flush();
        return new Versioned(known, false);
    }

    private Program add(Program created) {
        try {
            programs.persistAndFlush(created);
            return created;
        } catch (ConstraintViolationException e) {
            // Created by somebody else meanwhile, so the caller has not seen it.
            throw Problems.versionConflict();
        }
    }

    record Versioned(ProgramView view, long version, boolean created) {
        Versioned(Program program, boolean created) {
            this(program.view(), program.version(), created);
        }
    }
}
