package dev.kontor.customers.logos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How an image is to be turned to be looked at (Exif 2.32, 4.6.4, tag 274).
 *
 * @param mirrored left for right, before anything else
 * @param quarters of a turn clockwise, 0 to 3
 */
record Turn(boolean mirrored, int quarters) {

    static final Turn NONE = new Turn(false, 0);

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int FIELD = 12;

    /** As the first directory of that Exif says; no turn where it can't be read. */
    static Turn ofExif(byte[] exif) {
        if (exif.length < 10) {
            return NONE;
        }
        var bytes = ByteBuffer.wrap(exif).order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = bytes.getInt(4);
        if (directory < 8 || directory > exif.length - 2) {
            return NONE;
        }
        var fields = bytes.getShort(directory) & 0xffff;
        for (var at = directory + 2; fields > 0 && at <= exif.length - FIELD; at += FIELD, fields--) {
            if ((bytes.getShort(at) & 0xffff) == ORIENTATION && bytes.getShort(at + 2) == SHORT) {
                return of(bytes.getShort(at + 8));
            }
        }
        return NONE;
    }

    private static Turn of(int orientation) {
        return switch (orientation) {
            case 2 -> new Turn(true, 0);
            case 3 -> new Turn(false, 2);
            case 4 -> new Turn(true, 2);
            case 5 -> new Turn(true, 3);
            case 6 -> new Turn(false, 1);
            case 7 -> new Turn(true, 1);
            case 8 -> new Turn(false, 3);
            default -> NONE;
        };
    }
}
