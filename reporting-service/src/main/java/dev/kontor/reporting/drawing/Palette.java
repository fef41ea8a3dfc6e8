package dev.kontor.reporting.drawing;

import java.util.List;

/** The colours: one ink, greys, one blue, three signals; text colours have at least 4.5 : 1 on white. */
public final class Palette {
    public static final int NONE = -1;
    public static final int WHITE = 0xFFFFFF;
    public static final int INK = 0x1B2733;
    public static final int MUTED = 0x5B6876;
    public static final int HAIRLINE = 0xDCE2E9;
    public static final int WASH = 0xF3F6F9;
    public static final int BLUE = 0x1F5A96;
    public static final int PALE_BLUE = 0xDCE9F5;
    public static final int GOOD = 0x2A7F5F;
    public static final int WARNING = 0xE0A030;
    public static final int BAD = 0xB23A36;
    public static final int UNKNOWN = 0xA3AEBA;

    /** Steps of one hue, dark and light alternating, so that neighbours differ without colour too. */
    static final List<Integer> STEPS = List.of(0x1F5A96, 0x8FB8DE, 0x3E4C5C, 0x5C93C8, 0xB9C4CF, 0x2F7A8C, 0xA8D0D6);

    private Palette() {}

    static int step(int index) {
        return STEPS.get(index % STEPS.size());
    }

    /** Ink or white, whichever reads better on the colour. */
    static int on(int colour) {
        var luminance = 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
        return luminance > 0.25 ? INK : WHITE;
    }

    private static double channel(int value) {
        return Math.pow((value & 0xFF) / 255.0, 2.2);
    }
}
