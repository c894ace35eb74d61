package roadcase.surface;

import java.util.ArrayList;
import java.util.List;
import roadcase.midi.Packed;
import roadcase.surface.Light.Hue;
import roadcase.surface.Light.Motion;

/**
 * Lights with a few values, each a data byte: on and off, three colours, a ring's places.
 *
 * @param called what such a light is, for sentences: {@code three colours}
 * @param values OFF first
 */
public record ListedLights(String called, List<Value> values) implements LightKind {
    /** @param data the velocity, or the CC's value */
    public record Value(Light light, int data) {}

    /** What most buttons with a light can do. */
    public static final ListedLights ON_OFF =
            new ListedLights("on and off", List.of(new Value(Light.OFF, 0), new Value(Light.ON, 127)));

    private static final long OTHER_HUE = 1_000;
    private static final long OTHER_MOTION = 1L << 40;
    private static final long NO_MOTION = 1L << 41;
    private static final long DARK = 1L << 42;

    public ListedLights {
        values = List.copyOf(values);
        if (values.isEmpty() || values.get(0).light().isLit())
            throw new IllegalArgumentException("the first value of a light is OFF");
    }

    @Override
    public long wire(LightSpec at, long code) {
        return at.packed(at.channel(), values.get(nearest(code)).data());
    }

    @Override
    public Light shown(long wire) {
        int data = Packed.data2((int) wire);
        for (Value value : values) if (value.data() == data) return value.light();
        return Light.OFF;
    }

    @Override
    public long seen(long code) {
        return values.get(nearest(code)).light().code();
    }

    @Override
    public Light heard(LightSpec at, int channel, int data) {
        if (channel != at.channel()) return null;
        for (Value value : values) if (value.data() == data) return value.light();
        return null;
    }

    @Override
    public List<Light> all() {
        List<Light> all = new ArrayList<>();
        for (Value value : values) all.add(value.light());
        return all;
    }

    @Override
    public String lacks(Light light) {
        if (light.hue() == Hue.OFF || light.hue() == Hue.ON && light.motion() == Motion.STILL) return null;
        Light shows = values.get(nearest(light.code())).light();
        if (shows.hue() == light.hue() && shows.value() == light.value() && shows.motion() == light.motion()
                && shows.brightness() == light.brightness()) return null;
        return called + ": it shows " + shows + " for " + light;
    }

    @Override
    public boolean hasLevels() {
        return values.stream().anyMatch(value -> value.light().hue() == Hue.LEVEL);
    }

    @Override
    public RgbMessage rgb() {
        return null;
    }

    private int nearest(long code) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < values.size(); i++) {
            long far = distance(code, values.get(i).light());
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    /** That it is lit counts most, then whether it moves, then the colour. */
    private static long distance(long code, Light has) {
        if ((code == 0) != (has.hue() == Hue.OFF)) return DARK;
        if (code == 0) return 0;
        long far = 0;
        Motion motion = Light.motion(code);
        if (motion != has.motion()) far += motion == Motion.STILL || has.motion() == Motion.STILL ? NO_MOTION : OTHER_MOTION;
        Hue hue = Light.hue(code);
        if (hue == Hue.LEVEL && has.hue() == Hue.LEVEL) return far + Math.abs(Light.value(code) - has.value());
        far += Math.abs(Light.brightness(code) - has.brightness());
        if (hue == Hue.RGB && has.hue() == Hue.RGB) return far + Colours.distance(Light.value(code), has.value());
        if (hue == has.hue()) return far;
        if (hue == Hue.ON || has.hue() == Hue.ON || hue == Hue.LEVEL || has.hue() == Hue.LEVEL || hue == Hue.PALETTE)
            return far + OTHER_HUE;
        return far + OTHER_HUE + Colours.distance(Colours.of(hue, Light.value(code)), Colours.of(has.hue(), has.value()));
    }
}
