package roadcase.rig;

import java.util.List;
import java.util.Locale;
import roadcase.rig.plan.RackPlan;

/**
 * What a player said of the sound when he started: it wins over the script.
 *
 * @param type jack, alsa, coreaudio, wasapi or none; "" for the best there is
 * @param output name of the device, "" for the usual one
 * @param rate frames a second, 0 for what the device prefers
 * @param buffer frames of a block, 0 for what the device prefers
 */
public record AudioWish(String type, String output, int rate, int buffer) {
    public static final List<String> TYPES = List.of("jack", "alsa", "coreaudio", "wasapi", "none");
    public static final AudioWish BEST = new AudioWish("", "", 0, 0);

    AudioWish over(RackPlan rack) {
        String there = rack.output() == null ? "" : rack.output();
        return new AudioWish(type, output.isEmpty() ? there : output, rate == 0 ? rack.rate() : rate,
                buffer == 0 ? rack.buffer() : buffer);
    }

    /** Kinds of devices, the best first. */
    List<String> types() {
        if (!type.isEmpty()) return List.of(type);
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String own = system.contains("mac") ? "coreaudio" : system.contains("win") ? "wasapi" : "alsa";
        return List.of("jack", own, "none");
    }
}
