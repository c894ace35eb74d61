package roadcase.cli.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.SysexMessage;
import javax.sound.midi.Track;
import roadcase.cli.Mistake;
import roadcase.cli.rehearsal.Event;
import roadcase.cli.rehearsal.Events;
import roadcase.midi.Message;

/**
 * Standard MIDI Files as events of a rehearsal. All tracks of a file come in at one port; the clocks of our own follow
 * its tempo, 120 where it says none, as the standard has it. What still sounds when a file ends is ended there.
 *
 * <p>One thread. Errors: {@link Mistake}, where a file cannot be read or is none.
 */
public final class MidiScore implements Events {
    private static final int LARGEST = 64 << 20;
    private static final int CHUNK_HEAD = 8;
    private static final int MTHD = 0x4D546864;
    private static final int MTRK = 0x4D54726B;
    private static final int TEMPO = 0x51;
    private static final double USUAL_MICROS = 500_000;
    private static final double MICROS_A_MINUTE = 6e7;
    /** What a clock of ours can be told. */
    private static final double SLOWEST = 20;
    private static final double FASTEST = 999;
    private static final int NOTE_OFF = 0x80;
    private static final int NOTE_ON = 0x90;
    private static final int CONTROL = 0xB0;
    private static final int LOWEST_PEDAL = 64;
    private static final int HIGHEST_PEDAL = 69;
    private static final int USUAL_VELOCITY = 64;

    private final List<Event> all = new ArrayList<>();
    private Iterator<Event> left;
    private long now;
    private long end;

    /** A change of tempo: from this tick and time on. */
    private record Tempo(long tick, double nanos, double micros) {}

    /**
     * Another file that is played from the begin.
     *
     * @param bpm instead of the file's own tempo; 0 for that
     */
    public void add(Path file, String port, double bpm) {
        boolean isFirst = all.isEmpty();
        Sequence sequence = sequence(file);
        List<Tempo> tempos = tempos(sequence, bpm);
        if (isFirst)
            for (Tempo tempo : tempos)
                all.add(new Event.Tempo(0, Math.round(tempo.nanos), within(MICROS_A_MINUTE / tempo.micros)));
        int before = all.size();
        for (Track track : sequence.getTracks()) add(track, sequence, tempos, port);
        List<Event> fresh = all.subList(before, all.size());
        fresh.sort(Comparator.comparingLong(Event::nanos));
        long ends = fresh.isEmpty() ? 0 : fresh.get(fresh.size() - 1).nanos();
        for (Track track : sequence.getTracks()) ends = Math.max(ends, nanos(track.ticks(), sequence, tempos));
        release(fresh, port, ends);
        end = Math.max(end, ends);
        all.sort(Comparator.comparingLong(Event::nanos));
    }

    private static double within(double bpm) {
        return Math.max(SLOWEST, Math.min(FASTEST, bpm));
    }

    private static Sequence sequence(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new Mistake(file + " cannot be read: is the name right?");
        }
        if (bytes.length > LARGEST)
            throw new Mistake(file + " is larger than " + (LARGEST >> 20) + " MB: that is no MIDI file");
        if (!isWhole(bytes)) throw new Mistake(file + " is no Standard MIDI File, or is cut off");
        try {
            return MidiSystem.getSequence(new ByteArrayInputStream(bytes));
        } catch (InvalidMidiDataException | IOException | RuntimeException e) {
            // The reader of Java throws what it likes at bytes that are cut off or spoilt.
            throw new Mistake(file + " is no Standard MIDI File that can be read"
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        }
    }

    /** Whether its chunks, of a name and a length each, are all there; Java's reader takes what it gets. */
    private static boolean isWhole(byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        if (left.remaining() < CHUNK_HEAD || left.getInt(0) != MTHD) return false;
        int tracks = 0;
        while (left.remaining() >= CHUNK_HEAD) {
            if (left.getInt() == MTRK) tracks++;
            int length = left.getInt();
            if (length < 0 || length > left.remaining()) return false;
            left.position(left.position() + length);
        }
        return tracks > 0;
    }

    private static List<Tempo> tempos(Sequence sequence, double bpm) {
        double first = bpm > 0 ? MICROS_A_MINUTE / bpm : USUAL_MICROS;
        List<Tempo> tempos = new ArrayList<>(List.of(new Tempo(0, 0, first)));
        if (bpm > 0 || sequence.getDivisionType() != Sequence.PPQ) return tempos;
        List<MidiEvent> said = new ArrayList<>();
        for (Track track : sequence.getTracks())
            for (int i = 0; i < track.size(); i++) if (micros(track.get(i).getMessage()) > 0) said.add(track.get(i));
        said.sort(Comparator.comparingLong(MidiEvent::getTick));
        for (MidiEvent event : said) {
            Tempo fresh = new Tempo(event.getTick(), exact(event.getTick(), sequence, tempos), micros(event.getMessage()));
            if (tempos.get(tempos.size() - 1).tick == fresh.tick) tempos.remove(tempos.size() - 1);
            tempos.add(fresh);
        }
        return tempos;
    }

    /** Microseconds of a quarter, 0 where it is no tempo. */
    private static int micros(MidiMessage message) {
        if (!(message instanceof MetaMessage meta) || meta.getType() != TEMPO || meta.getData().length != 3) return 0;
        byte[] data = meta.getData();
        return (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
    }

    private static long nanos(long tick, Sequence sequence, List<Tempo> tempos) {
        return Math.round(exact(tick, sequence, tempos));
    }

    private static double exact(long tick, Sequence sequence, List<Tempo> tempos) {
        if (sequence.getDivisionType() != Sequence.PPQ)
            return tick * 1e9 / (sequence.getDivisionType() * sequence.getResolution());
        Tempo last = tempos.get(0);
        for (Tempo tempo : tempos) if (tempo.tick <= tick) last = tempo;
        return last.nanos + (tick - last.tick) * last.micros * 1e3 / sequence.getResolution();
    }

    private void add(Track track, Sequence sequence, List<Tempo> tempos, String port) {
        for (int i = 0; i < track.size(); i++) {
            MidiMessage message = track.get(i).getMessage();
            if (message instanceof MetaMessage) continue;
            byte[] bytes = Arrays.copyOf(message.getMessage(), message.getLength());
            // What goes on with a SysEx, or escapes, is not a message by itself.
            boolean isWhole = bytes[0] == (byte) 0xF0 && bytes[bytes.length - 1] == (byte) 0xF7;
            if (message instanceof SysexMessage && !isWhole) continue;
            all.add(new Event.Midi(0, nanos(track.get(i).getTick(), sequence, tempos), port, Message.of(bytes)));
        }
    }

    /** The ends of what the file itself does not end. */
    private void release(List<Event> played, String port, long nanos) {
        TreeSet<Integer> sounding = new TreeSet<>();
        for (Event event : played) {
            byte[] bytes = ((Event.Midi) event).message().bytes();
            if (bytes.length != 3) continue;
            int kind = bytes[0] & 0xF0;
            boolean isPedal = kind == CONTROL && bytes[1] >= LOWEST_PEDAL && bytes[1] <= HIGHEST_PEDAL;
            if (kind != NOTE_ON && kind != NOTE_OFF && !isPedal) continue;
            int what = (isPedal ? CONTROL : NOTE_OFF) << 16 | (bytes[0] & 0x0F) << 8 | bytes[1];
            boolean begins = isPedal ? bytes[2] >= 64 : kind == NOTE_ON && bytes[2] > 0;
            if (begins) sounding.add(what);
            else sounding.remove(what);
        }
        for (int what : sounding) {
            int kind = what >> 16;
            byte[] bytes = {(byte) (kind | what >> 8 & 0x0F), (byte) what, (byte) (kind == CONTROL ? 0 : USUAL_VELOCITY)};
            all.add(new Event.Midi(0, nanos, port, Message.of(bytes)));
        }
    }

    @Override
    public Optional<Event> next() {
        if (left == null) left = all.iterator();
        if (!left.hasNext()) {
            now = Math.max(now, end);
            return Optional.empty();
        }
        Event event = left.next();
        now = event.nanos();
        return Optional.of(event);
    }

    @Override
    public long nowNanos() {
        return now;
    }

    /** When the last file ends. */
    public long endNanos() {
        return end;
    }
}
