package dev.kontor.platform.jobs;

/** Where an item is; held back, it has ended until somebody releases it. */
public enum ItemState {
    PENDING,
    CLAIMED,
    DONE,
    REFUSED,
    HELD,
    CANCELLED;

    public boolean isOpen() {
        return this == PENDING || this == CLAIMED;
    }
}
