package dev.kontor.customers.logos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;

/** A PNG (W3C PNG, third edition). Only the chunks that make its pixels reach the decoder: texts and the like may be anything. */
final class SentPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> OF_PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Of a chunk: its length, its name and its checksum. */
    private static final int AROUND = 12;

    private static final int NONE = -1;

    /** Where the header says how many bits a sample has, and then what the samples are. */
    private static final int DEPTH = 24;

    private final byte[] sent;
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private byte[] profile;
    private int transparentGrey = NONE;
    private Turn turn = Turn.NONE;

    SentPng(byte[] sent) {
        this.sent = sent;
    }

    static boolean isOne(byte[] sent) {
        return Arrays.equals(sent, 0, Math.min(sent.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length);
    }

    Pixels pixels() throws IOException {
        takeApart();
        var decoded = Decoding.by(ImageIO.getImageReadersByFormatName("png").next(), pixels.toByteArray());
        return Pixels.of(decoded).withoutGrey(transparentGrey).in(profile).turned(turn);
    }

    private void takeApart() {
        pixels.writeBytes(SIGNATURE);
        var bytes = ByteBuffer.wrap(sent);
        var at = SIGNATURE.length;
        while (at + AROUND <= sent.length) {
            var length = bytes.getInt(at);
            var name = new String(sent, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > sent.length - at - AROUND) {
                // Cut off in the middle; the decoder says so.
                pixels.write(sent, at, sent.length - at);
                return;
            }
            var data = Arrays.copyOfRange(sent, at + 8, at + 8 + length);
            if (OF_PIXELS.contains(name)) {
                pixels.write(sent, at, length + AROUND);
                if (name.equals("tRNS") && length == 2 && isGreyOfFewBits()) {
                    transparentGrey = Pixels.eightBits(data[1], (1 << sent[DEPTH]) - 1);
                }
            } else if (name.equals("iCCP")) {
                profile = unpacked(data);
            } else if (name.equals("eXIf")) {
                turn = Turn.ofExif(data);
            }
            at += length + AROUND;
        }
    }

    /** Of such the JDK's decoder forgets which grey is transparent. */
    private boolean isGreyOfFewBits() {
        return sent[DEPTH + 1] == 0 && sent[DEPTH] < 8;
    }

    /** The profile behind its name and the way it is packed; null where it is damaged or too long to be one. */
    private static byte[] unpacked(byte[] chunk) {
        var name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 > chunk.length) {
            return null;
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
            var unpacked = in.readNBytes(LogoImage.MOST_BYTES + 1);
            return unpacked.length > LogoImage.MOST_BYTES ? null : unpacked;
        } catch (IOException damaged) {
            return null;
        }
    }
}
