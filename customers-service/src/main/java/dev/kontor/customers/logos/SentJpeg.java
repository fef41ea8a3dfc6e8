package dev.kontor.customers.logos;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.spi.IIORegistry;

/**
 * A JPEG (ITU-T T.81) in grey, in colour or in the four colours of printers. Of its application segments only those reach
 * the decoder that say how its colours are meant.
 */
final class SentJpeg {

    /** Encoders make about ten for a JPEG that sharpens as it loads; the decoder draws the whole image for each. */
    static final int MOST_SCANS = 64;

    private static final byte MARKER = (byte) 0xff;
    private static final int START = 0xd8;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int LAST_APPLICATION = 0xef;
    private static final int EXIF = 0xe1;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;
    /** Markers among those of frames that begin none: DHT, JPG and DAC. */
    private static final Set<Integer> NO_FRAMES = Set.of(0xc4, 0xc8, 0xcc);

    /** Adobe's segment for colours that are inks as they stand: without it the decoder takes the fourth for cover. */
    private static final byte[] FOUR_INKS = {MARKER, (byte) ADOBE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The JDK's own reader knows neither four colours nor profiles that don't fit. */
    private static final JPEGImageReaderSpi READERS = new JPEGImageReaderSpi();

    static {
        IIORegistry.getDefaultInstance().registerServiceProvider(READERS);
    }

    private final byte[] sent;
    private Turn turn = Turn.NONE;

    SentJpeg(byte[] sent) {
        this.sent = sent;
    }

    static boolean isOne(byte[] sent) {
        return sent.length > 2 && sent[0] == MARKER && (sent[1] & 0xff) == START && sent[2] == MARKER;
    }

    Pixels pixels() throws IOException {
        if (hasTooManyScans()) {
            throw LogoImage.invalid("unreadable");
        }
        var decoded = Decoding.by(READERS.createReaderInstance(null), ofPixels());
        return Pixels.of(decoded).turned(turn);
    }

    /** The file without what says nothing of its colours, and with a word of Adobe where its four colours need one. */
    private byte[] ofPixels() {
        var bytes = ByteBuffer.wrap(sent);
        var left = new ByteArrayOutputStream(sent.length);
        left.write(sent, 0, 2);
        var at = 2;
        var named = false;
        while (at + 4 <= sent.length && sent[at] == MARKER && (sent[at + 1] & 0xff) != START_OF_SCAN) {
            var marker = sent[at + 1] & 0xff;
            var length = 2 + (bytes.getShort(at + 2) & 0xffff);
            if (at + length > sent.length) {
                break;
            }
            if (marker == EXIF) {
                turn = exifTurn(at + 4, length - 4);
            }
            named |= marker == ADOBE;
            if (isFrame(marker) && length > 9 && sent[at + 9] == 4 && !named) {
                left.writeBytes(FOUR_INKS);
            }
            if (!isAside(marker)) {
                left.write(sent, at, length);
            }
            at += length;
        }
        left.write(sent, at, sent.length - at);
        return left.toByteArray();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.contains(marker);
    }

    private static boolean isAside(int marker) {
        var application = marker > FIRST_APPLICATION && marker <= LAST_APPLICATION;
        return marker == COMMENT || (application && marker != ADOBE && marker != PROFILE);
    }

    private Turn exifTurn(int at, int length) {
        if (length < EXIF_NAME.length
                || !Arrays.equals(sent, at, at + EXIF_NAME.length, EXIF_NAME, 0, EXIF_NAME.length)) {
            return turn;
        }
        return Turn.ofExif(Arrays.copyOfRange(sent, at + EXIF_NAME.length, at + length));
    }

    /**
     * Whether it has more scans than any needs. The pixels' own bytes never look like a marker (B.1.1.5), so no scan is
     * missed; a few are counted too many where a profile or a comment happens to hold such bytes.
     */
    private boolean hasTooManyScans() {
        var scans = 0;
        for (var at = 0; at + 1 < sent.length; at++) {
            if (sent[at] == MARKER && (sent[at + 1] & 0xff) == START_OF_SCAN) {
                scans++;
            }
        }
        return scans > MOST_SCANS;
    }
}
