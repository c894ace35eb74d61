package roadcase.cli.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.surface.ControlSpec;
import roadcase.surface.DeviceSpec;

/**
 * The lights of a device as it was told to show them, as text: a line for each row of several, one line for all that
 * stand alone. One thread.
 */
public final class LightPicture {
    private final Map<String, List<ControlSpec>> rows = new LinkedHashMap<>();
    private final Set<String> lit = new HashSet<>();
    private final int width;

    public LightPicture(DeviceSpec device) {
        for (ControlSpec control : device.controls())
            if (control.hasLight()) rows.computeIfAbsent(control.row(), r -> new ArrayList<>()).add(control);
        width = rows.entrySet().stream().filter(r -> r.getValue().size() > 1).mapToInt(r -> r.getKey().length()).max()
                .orElse(0);
    }

    /**
     * The device was sent this.
     *
     * @return whether that changed a light
     */
    boolean sent(Message message) {
        if (message.kind() != Kind.NOTE_ON && message.kind() != Kind.NOTE_OFF) return false;
        int packed = message.packed();
        boolean on = message.kind() == Kind.NOTE_ON && Packed.data2(packed) > 0;
        for (List<ControlSpec> row : rows.values())
            for (ControlSpec control : row)
                if (control.lamp().channel() == Packed.channel(packed) && control.light() == Packed.data1(packed))
                    return on ? lit.add(control.name()) : lit.remove(control.name());
        return false;
    }

    /** @param on drawn for a light that is lit, {@code off} for one that is dark; one column each */
    List<String> lines(String on, String off) {
        List<String> lines = new ArrayList<>();
        StringBuilder alone = new StringBuilder();
        rows.forEach((row, controls) -> {
            if (controls.size() == 1) {
                if (alone.length() > 0) alone.append("   ");
                alone.append(row).append(' ').append(lit.contains(controls.get(0).name()) ? on : off);
                return;
            }
            StringBuilder line = new StringBuilder(row).append(" ".repeat(width - row.length()));
            for (ControlSpec control : controls) line.append("  ").append(lit.contains(control.name()) ? on : off);
            lines.add(line.toString());
        });
        if (alone.length() > 0) lines.add(alone.toString());
        return lines;
    }
}
