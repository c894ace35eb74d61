package roadcase.midi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;
import roadcase.midi.RealPort.Direction;

/**
 * What javax.sound.midi offers, as ports with names that stay. Any thread; takes milliseconds.
 *
 * <p>Hazard: an {@code Info} is good until the next look only (CoreMidi4J issue 38), so that a port is looked up again
 * each time before it is opened. Sources: OpenJDK's ALSA provider (names {@code card [hw:card,device,sub]}, the
 * readable name in the description, the same for each port of a card); CoreMidi4J issues 24 and 28 (Java's own ports
 * of macOS garble SysEx; CoreMIDI4J lists each a second time).
 */
final class JavaDevices {
    private static final Pattern HARDWARE = Pattern.compile("\\[hw:\\d+,(\\d+),(\\d+)]$");
    /** ALSA's word for the first port, which has a name of its own as well. */
    private static final String DEFAULT = "default [";
    private static final String COREMIDI4J = "CoreMIDI4J - ";

    /** One look at a device: {@code port} goes stale with {@code info}. */
    private record Seen(RealPort port, MidiDevice device) {}

    private JavaDevices() {}

    static List<RealPort> ports() {
        return look().stream().map(Seen::port).toList();
    }

    /** Whether there is more than Java's own synthesizer. */
    static boolean seesHardware() {
        return ports().stream().anyMatch(port -> HARDWARE.matcher(port.id()).find());
    }

    /** The device behind a port now, or null where it is not there any more. */
    static MidiDevice device(RealPort wanted) {
        for (Seen seen : look())
            if (seen.port.id().equals(wanted.id()) && seen.port.direction() == wanted.direction()) return seen.device;
        return null;
    }

    private static List<Seen> look() {
        List<MidiDevice> devices = new ArrayList<>();
        for (MidiDevice.Info info : MidiSystem.getMidiDeviceInfo()) {
            try {
                MidiDevice device = MidiSystem.getMidiDevice(info);
                // It plays songs from files and is no port.
                if (!(device instanceof Sequencer) && !name(device).startsWith(DEFAULT)) devices.add(device);
            } catch (MidiUnavailableException | IllegalArgumentException gone) {
                // It went between the list and the look; the next list is without it.
                continue;
            }
        }
        boolean coreMidi4j = devices.stream().anyMatch(device -> name(device).startsWith(COREMIDI4J));
        if (coreMidi4j) devices.removeIf(device -> !name(device).startsWith(COREMIDI4J));
        List<Seen> seen = new ArrayList<>();
        list(seen, devices, Direction.INPUT, MidiDevice::getMaxTransmitters);
        list(seen, devices, Direction.OUTPUT, MidiDevice::getMaxReceivers);
        return seen;
    }

    private static void list(
            List<Seen> seen, List<MidiDevice> devices, Direction direction, Function<MidiDevice, Integer> ends) {
        Map<String, Integer> count = new HashMap<>();
        for (MidiDevice device : devices) {
            if (ends.apply(device) == 0) continue;
            int same = count.merge(name(device), 1, Integer::sum);
            String id = same == 1 ? name(device) : name(device) + " #" + same;
            List<String> aliases = aliases(device.getDeviceInfo());
            seen.add(new Seen(new RealPort(id, PortNames.plain(id, aliases), direction, aliases), device));
        }
    }

    private static String name(MidiDevice device) {
        return device.getDeviceInfo().getName();
    }

    /** The card's readable name; that of a second port says which it is, as ALSA's sequencer does. */
    private static List<String> aliases(MidiDevice.Info info) {
        Matcher hardware = HARDWARE.matcher(info.getName());
        if (!hardware.find() || info.getDescription() == null) return List.of();
        String card = info.getDescription().split(", ")[0].strip();
        if (card.isEmpty()) return List.of();
        int port = Integer.parseInt(hardware.group(1)) + Integer.parseInt(hardware.group(2));
        return List.of(port == 0 ? card : card + " MIDI " + (port + 1));
    }
}
