package dev.kontor.platform.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Jobs as they are followed and called off. */
@ApplicationScoped
@Transactional
public class JobService {

    private final JobRows rows;
    private final JobItems items;
    private final JobKinds kinds;
    private final JobIds ids;
    private final Caller caller;
    private final ObjectMapper json;

    JobService(JobRows rows, JobItems items, JobKinds kinds, JobIds ids, Caller caller, ObjectMapper json) {
        this.rows = rows;
        this.items = items;
        this.kinds = kinds;
        this.ids = ids;
        this.caller = caller;
        this.json = json;
    }

    /** 404 for a job that is not the caller's. */
    public UUID require(String shownId) {
        return ids.read(shownId)
                .flatMap(rows::find)
                .filter(this::isTheCallers)
                .map(JobRows.Stored::id)
                .orElseThrow(Problems::notFound);
    }

    /** Whoever asked for a job sees it, and operators the vendor's own. */
    private boolean isTheCallers(JobRows.Stored job) {
        return job.asker() == null
                ? job.partnerId() == null && caller.kind() == Caller.Kind.OPERATOR
                : job.asker().subject().equals(caller.subject());
    }

    /** The job as it stands, for whoever was found to see it. */
    public JobView view(UUID id) {
        var stored = rows.find(id).orElseThrow(Problems::notFound);
        return view(kinds.of(stored.kind()), stored);
    }

    private <P> JobView view(JobKind<P> kind, JobRows.Stored stored) {
        var job = rows.of(kind, stored);
        return new JobView(
                job.shownId(),
                kind.code(),
                job.state(),
                items.progress(job.id()),
                job.state().isEnd() ? result(kind, job) : null,
                job.state() == JobState.FAILED ? JobProblem.CANCELLED : null);
    }

    /** Says its kind, by which clients tell results apart; null for a kind that has none. */
    private <P> ObjectNode result(JobKind<P> kind, Job<P> job) {
        var result = kind.result(job);
        return result == null
                ? null
                : json.createObjectNode().put("kind", kind.code()).setAll(json.<ObjectNode>valueToTree(result));
    }

    /** Calls the job off: what is being done is still done, the rest is not. */
    void cancel(UUID id) {
        if (!rows.lock(id)) {
            throw CommonProblem.JOB_FINISHED.problem();
        }
        rows.cancel(id);
        items.cancelOpen(id);
        rows.finish(id);
    }
}
