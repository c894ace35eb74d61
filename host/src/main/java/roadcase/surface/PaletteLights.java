package roadcase.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roadcase.midi.Packed;
import roadcase.surface.Light.Hue;
import roadcase.surface.Light.Motion;

/**
 * Lights with a palette of colours: the data byte is the colour, the channel how bright it is and whether it moves.
 *
 * @param called what such a light is, for sentences
 * @param palette 0xRRGGBB by number, 128 of them, or empty where the unit's tints are not known
 * @param named palette numbers of ON, GREEN, RED and YELLOW
 * @param ways by channel; the first is the brightest still one, and dark lights are darkened there
 * @param rgb how it takes mixed colours, or null
 * @param deafWhileMoving a light that moves does not take mixed colours until it was darkened
 */
public record PaletteLights(String called, List<Integer> palette, Map<Hue, Integer> named, List<Way> ways, RgbMessage rgb,
        boolean deafWhileMoving) implements LightKind {
    /** What a channel, 1 to 16, stands for. */
    public record Way(int channel, Motion motion, int rate, int brightness) {}

    private static final List<Hue> COLOURS = List.of(Hue.GREEN, Hue.RED, Hue.YELLOW);
    private static final int FULL = 100;
    private static final int OTHER_MOTION = 10_000;
    private static final int NO_MOTION = 100_000;

    public PaletteLights {
        palette = List.copyOf(palette);
        named = Map.copyOf(named);
        ways = List.copyOf(ways);
    }

    @Override
    public long wire(LightSpec at, long code) {
        int channel = ways.get(0).channel();
        if (code == 0) return at.packed(channel, 0);
        Hue hue = Light.hue(code);
        Motion motion = Light.motion(code);
        if (hue == Hue.RGB && motion == Motion.STILL && rgb != null)
            return RGB | rgb.shown(Colours.dimmed(Light.value(code), Light.brightness(code)));
        return at.packed(way(motion, Light.rate(code), Light.brightness(code)).channel(), colour(hue, Light.value(code)));
    }

    private int colour(Hue hue, int value) {
        if (hue == Hue.PALETTE) return value;
        if (hue == Hue.RGB) return nearest(value);
        Integer number = named.get(hue == Hue.LEVEL ? Hue.ON : hue);
        return number == null ? 0 : number;
    }

    private int nearest(int colour) {
        int best = 1;
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < palette.size(); i++) {
            int far = Colours.distance(colour, palette.get(i));
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return palette.isEmpty() ? named.get(Hue.ON) : best;
    }

    private Way way(Motion motion, int rate, int brightness) {
        Way best = ways.get(0);
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            int far = Math.abs(way.brightness() - brightness) + (rate == 0 ? 0 : Math.abs(way.rate() - rate));
            if (way.motion() != motion)
                far += way.motion() == Motion.STILL || motion == Motion.STILL ? NO_MOTION : OTHER_MOTION;
            if (far < least) {
                least = far;
                best = way;
            }
        }
        return best;
    }

    @Override
    public Light shown(long wire) {
        if (LightKind.isRgb(wire)) return Light.rgb((int) wire & 0xFFFFFF);
        Way way = wayOf(Packed.channel((int) wire));
        return way == null ? Light.OFF : light(way, Packed.data2((int) wire));
    }

    @Override
    public long seen(long code) {
        return code;
    }

    @Override
    public Light heard(LightSpec at, int channel, int data) {
        Way way = wayOf(channel);
        return way == null ? null : light(way, data);
    }

    @Override
    public boolean moves(int channel) {
        Way way = wayOf(channel);
        return way != null && way.motion() != Motion.STILL;
    }

    private Way wayOf(int channel) {
        for (int i = 0; i < ways.size(); i++) if (ways.get(i).channel() == channel) return ways.get(i);
        return null;
    }

    private Light light(Way way, int data) {
        Hue hue = Hue.PALETTE;
        for (Hue one : COLOURS) if (named.get(one) != null && named.get(one) == data) hue = one;
        return data == 0 ? Light.OFF : new Light(hue, hue == Hue.PALETTE ? data : 0, way.motion(), way.rate(), way.brightness());
    }

    @Override
    public List<Light> all() {
        List<Light> all = new ArrayList<>();
        all.add(Light.OFF);
        for (int i = 1; i < 128; i++) all.add(light(ways.get(0), i));
        for (Way way : ways.subList(1, ways.size())) all.add(light(way, named.get(Hue.ON)));
        return all;
    }

    @Override
    public String lacks(Light light) {
        if (light.hue() == Hue.RGB && light.motion() != Motion.STILL)
            return called + ": a mixed colour cannot move there, so the nearest of its palette does";
        if (light.hue() == Hue.RGB && rgb == null) return called + ": it shows the nearest of its palette for a mixed colour";
        if (light.motion() != Motion.STILL && way(light.motion(), light.rate(), FULL).motion() != light.motion())
            return called + ": it cannot " + (light.motion() == Motion.PULSE ? "pulse" : "blink");
        if (light.hue() != Hue.RGB && light.brightness() < FULL
                && ways.stream().noneMatch(w -> w.motion() == Motion.STILL && w.brightness() < FULL))
            return called + ": it has one brightness";
        return null;
    }

    @Override
    public long before(LightSpec at, long sent) {
        if (!deafWhileMoving || LightKind.isRgb(sent)) return -1;
        Way way = sent < 0 ? null : wayOf(Packed.channel((int) sent));
        return way != null && way.motion() == Motion.STILL ? -1 : at.packed(ways.get(0).channel(), 0);
    }
}
