package roadcase.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.midi.UsbPackets;

/**
 * Says what captured USB bytes mean, one line per message. The bytes are either as they came, or written in hex, in lines,
 * as in {@code 09 90 38 7F}; what follows a {@code #} is not read. One thread.
 */
final class UsbMonitor implements UsbPackets.Output {
    private static final int MOST_BYTES = 64 << 20;

    private final Shown shown;
    private final Consumer<String> lines;
    private final UsbPackets packets = new UsbPackets(this);
    private long faults;
    private String where = "";

    UsbMonitor(Shown shown, Consumer<String> lines) {
        this.shown = shown;
        this.lines = lines;
    }

    /** @return how many things were wrong; @throws Mistake where there is more than anybody can mean */
    long show(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new Mistake("these are more than " + (MOST_BYTES >> 20) + " MB: give a part of it");
        if (isText(bytes)) text(new String(bytes, StandardCharsets.UTF_8));
        else packets.feed(bytes, 0, bytes.length);
        packets.end();
        return faults;
    }

    /** Packets hold bytes that no text has: each begins with 00 to FF, and zeros fill them up. */
    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') return false;
        return true;
    }

    private void text(String text) {
        String[] all = text.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            where = "line " + (i + 1) + ", ";
            byte[] bytes = line(all[i].replaceFirst("#.*", ""));
            packets.feed(bytes, 0, bytes.length);
            packets.transferEnds();
        }
        where = "";
    }

    /** What is written between a list's dash and its quotes, too. */
    private byte[] line(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String word : text.replaceFirst("^\\s*-\\s", " ").replace('`', ' ').trim().split("[\\s,]+")) {
            if (word.isEmpty()) continue;
            String digits = word.toUpperCase(Locale.ROOT).replaceFirst("^0X", "");
            if (!digits.matches("([0-9A-F]{2})+")) {
                wrong("'" + (word.length() > 20 ? word.substring(0, 20) + "…" : word) + "' is no byte in hex; this line is left out");
                return new byte[0];
            }
            for (int i = 0; i < digits.length(); i += 2) bytes.write(Integer.parseInt(digits.substring(i, i + 2), 16));
        }
        return bytes.toByteArray();
    }

    private void wrong(String sentence) {
        faults++;
        lines.accept(where + sentence);
    }

    @Override
    public void message(long packet, int cable, Message message) {
        if (!shown.shows(message)) return;
        String hex = message.hex();
        lines.accept(String.format(Locale.ROOT, "cable %d  %-8s  %s", cable, hex, message.decoded()));
    }

    @Override
    public void fault(long packet, String sentence) {
        wrong("packet " + (packet + 1) + ": " + sentence);
    }
}
