package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.JobService;
import dev.kontor.platform.jobs.JobView;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.dashboards.Dashboards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes orders for jobs, and says what became of each customer. */
@ApplicationScoped
@Transactional
class ExportJobService {

    private final Jobs jobs;
    private final JobService views;
    private final ExportKind kind;
    private final Database database;

    ExportJobService(Jobs jobs, JobService views, ExportKind kind, Database database) {
        this.jobs = jobs;
        this.views = views;
        this.kind = kind;
        this.database = database;
    }

    @Idempotent
    JobView create(CreateExportJob command) {
        if (!Dashboards.isVendors(command.dashboard())) {
            throw Problems.invalid(InputError.pointer("/dashboard", "no-common-dashboard", command.dashboard()));
        }
        if (!command.namesWhom()) {
            throw Problems.invalid(InputError.pointer("/customerIds", "customers-or-all"));
        }
        var locale = command.locale() == null
                ? null
                : ProblemCatalog.language(command.locale()).toLanguageTag();
        var job = jobs.ask(kind, new ExportOrder(command.dashboard(), command.format(), locale));
        if (command.ofAll()) {
            jobs.add(job, database.sql("select id from customers").list(UUID.class));
        } else {
            addNamed(job, command.customerIds());
        }
        return views.view(job.id());
    }

    /** Those the caller does not see wait to be refused. */
    private void addNamed(Job<?> job, Set<UUID> named) {
        var seen = new HashSet<>(named);
        var unseen = unseen(named, named.size());
        unseen.forEach(seen::remove);
        jobs.add(job, seen);
        jobs.add(job, unseen, ExportKind.UNSEEN);
    }

    /** Customers that the caller does not see, or not yet: some of them. */
    List<UUID> unseen(Collection<UUID> customerIds, int most) {
        return database.sql(
                        """
                        select named.id from unnest(:ids) as named(id)
                        where not exists (select from customers c where c.id = named.id) limit :most""")
                .with("ids", customerIds.toArray(UUID[]::new))
                .with("most", most)
                .list(UUID.class);
    }

    List<ExportOfCustomer> page(String shownId, UUID after, int most) {
        return jobs.page(require(shownId), after, most).stream()
                .map(ExportOfCustomer::of)
                .toList();
    }

    long count(String shownId) {
        return jobs.progress(require(shownId)).total();
    }

    private Job<ExportOrder> require(String shownId) {
        return jobs.find(kind, views.require(shownId)).orElseThrow(Problems::notFound);
    }
}
