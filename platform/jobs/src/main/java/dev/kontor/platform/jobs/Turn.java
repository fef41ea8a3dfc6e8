package dev.kontor.platform.jobs;

import java.util.UUID;

/** Whose jobs of which kind take turns with all others. */
record Turn(String kind, UUID whose) {

    /** Whose the vendor's own jobs are. */
    static final UUID NOBODY = new UUID(0, 0);

    static Turn of(String kind, Job<?> job) {
        return new Turn(kind, job.partnerId() == null ? NOBODY : job.partnerId());
    }

    @Override
    public String toString() {
        return kind + "/" + whose;
    }
}
