package dev.kontor.platform.web.input;

/** A list that goes on beyond what its field takes; the rest of it was not read. */
public final class OverlongList extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int most;

    OverlongList(int most) {
        super("more than " + most + " elements");
        this.most = most;
    }

    public int most() {
        return most;
    }
}
