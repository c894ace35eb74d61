package roadcase.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.surface.Manners.Report;

/**
 * A unit as it is on the other side of the cable: what its lights show after what it was sent, what it says when it is
 * touched and when it is asked. It follows the device's data and the rules of the unit, not what anybody meant. One thread.
 */
public final class SimulatedUnit {
    private static final int TOP = 127;
    private static final String QUESTION = "F0 7E 7F 06 01 F7";
    private static final int REPLY_FILLED = 4;

    private final DeviceSpec spec;
    private final Consumer<Message> says;
    private final Map<String, Light> lights = new LinkedHashMap<>();
    /** Lights that do not take mixed colours, because they move, if only in the dark. */
    private final Map<String, Boolean> deaf = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private long ignored;

    /** @param says takes what it says by itself: answers and reports */
    public SimulatedUnit(DeviceSpec spec, Consumer<Message> says) {
        this.spec = spec;
        this.says = says;
        powerLost();
        for (ControlSpec control : spec.controls()) positions.put(control.name(), 0);
    }

    /** Without power every light is dark. */
    public void powerLost() {
        for (ControlSpec control : spec.controls()) if (control.hasLight()) dark(control);
    }

    private void dark(ControlSpec control) {
        lights.put(control.name(), Light.OFF);
        deaf.put(control.name(), false);
    }

    /** It is sent this. */
    public void hear(Message message) {
        byte[] bytes = message.bytes();
        if (message.isShort()) heard(message.packed());
        else if (HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes).equals(QUESTION)) says.accept(identity());
        else if (!mixed(bytes)) report(bytes);
    }

    private void heard(int packed) {
        Kind kind = Packed.kind(packed);
        boolean taken = false;
        for (ControlSpec control : spec.controls()) {
            LightSpec lamp = control.lamp();
            if (lamp == null || lamp.message() != kind || lamp.number() != Packed.data1(packed)) continue;
            Light shows = lamp.kind().heard(lamp, Packed.channel(packed), Packed.data2(packed));
            if (shows == null) continue;
            lights.put(control.name(), shows);
            deaf.put(control.name(), lamp.kind().moves(Packed.channel(packed)));
            taken = true;
        }
        if (!taken) ignored++;
    }

    private boolean mixed(byte[] bytes) {
        for (RgbMessage form : forms()) if (form.read(bytes, bytes.length, (number, rgb) -> mixed(form, number, rgb))) return true;
        return false;
    }

    private List<RgbMessage> forms() {
        List<RgbMessage> forms = new ArrayList<>();
        for (ControlSpec control : spec.controls()) {
            RgbMessage form = control.hasLight() ? control.lamp().kind().rgb() : null;
            if (form != null && !forms.contains(form)) forms.add(form);
        }
        return forms;
    }

    private void mixed(RgbMessage form, int number, int rgb) {
        for (ControlSpec control : spec.controls()) {
            if (!control.hasLight() || control.lamp().number() != number || !form.equals(control.lamp().kind().rgb())) continue;
            boolean takes = !(deaf.get(control.name()) && control.lamp().kind() instanceof PaletteLights p && p.deafWhileMoving());
            if (takes) lights.put(control.name(), Light.rgb(rgb));
            else ignored++;
        }
    }

    /** A greeting is answered with where the faders stand, by units that report that. */
    private void report(byte[] bytes) {
        if (!spec.manners().greeting().contains(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes))) return;
        for (Report report : spec.manners().reports()) {
            if (report.controls().isEmpty()) continue;
            byte[] said = Arrays.copyOf(head(report.head()), report.head().size() + report.controls().size() + 1);
            for (int i = 0; i < report.controls().size(); i++)
                said[report.head().size() + i] = (byte) (int) positions.get(report.controls().get(i));
            said[said.length - 1] = (byte) 0xF7;
            says.accept(Message.of(said));
        }
    }

    private static byte[] head(List<Integer> head) {
        byte[] bytes = new byte[head.size()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (head.get(i) < 0 ? 0x7F : head.get(i));
        return bytes;
    }

    /** Who it is, as it says itself. */
    public Message identity() {
        byte[] said = new byte[5 + spec.identity().size() + REPLY_FILLED + 1];
        byte[] begin = {(byte) 0xF0, 0x7E, 0x00, 0x06, 0x02};
        System.arraycopy(begin, 0, said, 0, begin.length);
        for (int i = 0; i < spec.identity().size(); i++) said[begin.length + i] = (byte) (int) spec.identity().get(i);
        said[said.length - 1] = (byte) 0xF7;
        return Message.of(said);
    }

    /** What it says when a finger goes down on a button. */
    public Message press(String control) {
        ControlSpec button = spec.control(control);
        return Message.of(bytes(Packed.of(button.message(), button.channel(), button.number(), TOP)));
    }

    /** What it says when a finger goes up. */
    public Message release(String control) {
        ControlSpec button = spec.control(control);
        if (spec.manners().darkens() && button.hasLight()) dark(button);
        Kind kind = button.message() == Kind.NOTE_ON ? Kind.NOTE_OFF : button.message();
        return Message.of(bytes(Packed.of(kind, button.channel(), button.number(), kind == Kind.NOTE_OFF ? TOP : 0)));
    }

    /** What it says when a knob or fader is moved. */
    public Message move(String control, int value) {
        ControlSpec knob = spec.control(control);
        positions.put(control, value);
        return Message.of(bytes(Packed.of(knob.message(), knob.channel(), knob.number(), value)));
    }

    private static byte[] bytes(int packed) {
        return Packed.message(packed).bytes();
    }

    /** What a light shows, as its gear has it. @throws IllegalArgumentException where there is no such light */
    public Light shows(String control) {
        Light light = lights.get(control);
        if (light == null) throw new IllegalArgumentException(control + " has no light");
        return light;
    }

    /** All lights, in the order of the data. */
    public Map<String, Light> lights() {
        return lights;
    }

    /** Messages for lights that it has not got, or did not take. */
    public long ignored() {
        return ignored;
    }
}
