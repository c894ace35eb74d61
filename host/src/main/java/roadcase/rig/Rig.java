package roadcase.rig;

import java.util.List;
import java.util.Map;
import roadcase.midi.Message;
import roadcase.rig.plan.*;

/**
 * What a gig's script declared: immutable, printable, comparable. What is true while it plays is on the
 * {@link Stage}.
 *
 * @param name the gig
 * @param ports in the order of the script, devices' ports included
 * @param binds this room's names
 * @param takes controls that a file takes away from what it includes
 * @param includes each included file, with the file that included it
 * @param starts what is sent once, when the gig starts
 * @param lookups names that were looked up and must have been made somewhere
 * @param follows outputs whose gear gets MIDI clock
 * @param network whether others reach its ports, or null where nothing was said of it
 * @param rack what sounds, or null for a gig without instruments
 * @param loops what keeps levels
 * @param clips launchers of clips
 * @param pictures what moves on pads
 */
public record Rig(
        String name,
        List<PortPlan> ports,
        List<DevicePlan> devices,
        List<Bind> binds,
        List<RoutePlan> routes,
        List<LightPlan> lights,
        List<BanksPlan> banks,
        List<PagesPlan> pages,
        List<PresetPlan> presets,
        List<ValuePlan> values,
        List<SwitchPlan> switches,
        List<ClockPlan> clocks,
        List<FollowPlan> follows,
        List<PanelPlan> panels,
        List<PortPlan> monitored,
        List<Take> takes,
        Map<String, String> includes,
        List<Start> starts,
        List<Lookup> lookups,
        NetworkPlan network,
        RackPlan rack,
        List<LoopPlan> loops,
        List<ClipsPlan> clips,
        List<PicturePlan> pictures) {

    /** An empty rig, to be filled at the prompt. */
    public static Rig empty(String name) {
        return new RigBuilder(name).build();
    }

    public record Bind(String name, String to, Origin origin) {}

    public record Take(String device, List<String> controls, Origin origin) {}

    /** Once, when the gig starts (not on reload): a message to send, or code to run after a time. */
    public sealed interface Start {
        record Send(String output, Message message) implements Start {}

        record After(Wait span, Reaction reaction) implements Start {}
    }

    /** @param what banks, preset, page …: the word it was looked up by */
    public record Lookup(String what, String name, Origin origin) {}

    /** The clock of this written name; of null the first, and where there is none, one of our own. */
    public ClockPlan clock(String clockName) {
        for (ClockPlan clock : clocks) if (clockName == null || clock.name().equals(clockName)) return clock;
        return new ClockPlan(ClockPlan.INTERNAL, 0, Origin.NOWHERE);
    }

    /** The name by which a value or a switch is remembered. */
    public String kept(String written) {
        return rack == null ? written : rack.kept().getOrDefault(written, written);
    }

    /** What this room calls a port's gear, or null where it binds it to nothing. */
    public String bound(PortPlan port) {
        for (Bind bind : binds) if (bind.name.equals(port.name()) || bind.name.equals(port.device())) return bind.to;
        return null;
    }

    public DevicePlan device(String deviceName) {
        for (DevicePlan device : devices) if (device.name().equals(deviceName)) return device;
        throw new IllegalArgumentException("no device '" + deviceName + "' in " + name);
    }

    public BanksPlan banks(String group) {
        for (BanksPlan b : banks) if (b.name().equals(group)) return b;
        throw new IllegalArgumentException("no banks '" + group + "' in " + name);
    }
}
