package dev.kontor.customers.accesslog;

import dev.kontor.customers.Topics;
import dev.kontor.customers.evidence.ChainEnd;
import dev.kontor.customers.evidence.RootSignatures;
import dev.kontor.customers.evidence.Roots;
import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Each minute signs one root over the heads that moved since they were last in one, and publishes it. A head that does not
 * extend what was published of its chain is in no root: that chain stays broken for everybody who verifies it.
 */
@ApplicationScoped
class MinuteRoots {

    private static final Logger LOG = Logger.getLogger(MinuteRoots.class);

    /** As many leaves as a record of 64 KiB has room for; the others are in the next minute's, those that wait longest first. */
    private static final int MOST = 300;

    private static final Duration READ_WITHIN = Duration.ofSeconds(5);

    private final MinuteRootRows rows;
    private final Chains chains;
    private final Roots roots;
    private final PublishedRoots published;
    private final RootSignatures signatures;
    private final Outbox outbox;
    private final long seconds;

    MinuteRoots(
            MinuteRootRows rows,
            Chains chains,
            Roots roots,
            PublishedRoots published,
            RootSignatures signatures,
            Outbox outbox,
            @ConfigProperty(name = "kontor.evidence.every", defaultValue = "PT1M") Duration every) {
        this.rows = rows;
        this.chains = chains;
        this.roots = roots;
        this.published = published;
        this.signatures = signatures;
        this.outbox = outbox;
        this.seconds = every.toSeconds();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        var minute = RealTime.clock().instant().getEpochSecond() / seconds;
        // Whatever else there is to do: so the roots are known when somebody verifies.
        if (published.hold(READ_WITHIN).isPresent()) {
            RowScope.worker().run(() -> publish(minute));
        }
    }

    private void publish(long minute) {
        var due = QuarkusTransaction.requiringNew().call(() -> rows.due(minute, MOST));
        if (due.isEmpty()) {
            return;
        }
        var ends = new ArrayList<ChainEnd>();
        var settled = new ArrayList<MinuteRootRows.Due>();
        for (var one : due) {
            if (extendsWhatWasPublished(one)) {
                ends.addAll(one.ends());
            } else {
                LOG.errorf(
                        "The access log of customer %s under partner %s does not extend what was published of it",
                        one.customerId(), one.partnerId());
            }
            settled.add(one);
            if (ends.size() + MinuteRootRows.Due.MOST_ENDS > MOST) {
                break;
            }
        }
        ends.sort(Comparator.comparing(ChainEnd::chain));
        QuarkusTransaction.requiringNew().run(() -> {
            var before = rows.lockMinute();
            if (before.minute() < minute) {
                rows.settle(settled);
                if (!ends.isEmpty()) {
                    sign(minute, digest(before), ends);
                }
            }
        });
    }

    /** Of the root before, which may still be on its way to its topic; where the database lost it, the topic knows better. */
    private String digest(Roots.Last before) {
        var read = roots.last();
        return read.minute() > before.minute() ? read.digest() : before.digest();
    }

    private void sign(long minute, String previous, List<ChainEnd> ends) {
        var root = signatures.sign(minute, previous, ends);
        rows.moveMinute(minute, root.digest());
        outbox.append(Fact.of(Topics.EVIDENCE, "minute/" + minute, "access-log.root-signed", null, Map.of(), root)
                .to(0));
    }

    private boolean extendsWhatWasPublished(MinuteRootRows.Due due) {
        var before = roots.of(due.customerId(), due.partnerId())
                .map(published -> ChainHead.of(due.partnerId(), published.end()))
                .orElse(ChainHead.start(due.partnerId()));
        return before.sequence() <= due.seq()
                && chains.read(due.customerId(), before, List.of(ChainHead.of(due.partnerId(), due.end())))
                        .holds();
    }
}
