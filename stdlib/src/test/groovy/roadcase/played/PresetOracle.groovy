package roadcase.played

import groovy.transform.CompileStatic

/**
 * What presets should send, worked out from the promises alone: lines of one keyboard, each in a preset; switching
 * counts for what comes next; an Off goes where its On went, when the last source lets go. Knows nothing of Roadcase.
 */
@CompileStatic
class PresetOracle {
    /** @param keys which the line lets in; null for everything, pedals too */
    static final class Line {
        String preset
        IntRange keys
        int transpose
        int channel
        String port

        String script() {
            "keys${keys == null ? '' : ".notes(${keys.from}..${keys.to})"}.transpose($transpose).toChannel($channel).to(${port.toLowerCase()})"
        }
    }

    private static final class Sounding {
        String port
        int channel
        int note
    }

    private final List<Line> lines
    private final Set<String> on
    private final Map<String, Integer> selectSends
    private final Map<Integer, List<Sounding>> keysDown = [:]
    private final Map<Integer, List<List>> pedalsDown = [:]
    private final Map<String, List<String>> sent = [:].withDefault { new ArrayList<String>() } as Map<String, List<String>>

    PresetOracle(List<Line> lines, Set<String> on, Map<String, Integer> selectSends) {
        this.lines = lines
        this.on = new LinkedHashSet<>(on)
        this.selectSends = selectSends
    }

    List<String> sent(String port) {
        sent[port]
    }

    Set<String> on() {
        on
    }

    void turn(String preset, boolean is) {
        if (is) on << preset else on.remove(preset)
    }

    void toggle(String preset) {
        turn(preset, !(preset in on))
    }

    void select(String preset) {
        on.clear()
        on << preset
        if (selectSends[preset] != null) say('Synth', 0xB0, 7, selectSends[preset])
    }

    void keyDown(int key, int velocity) {
        for (Line line : playing()) {
            if (line.keys != null && !line.keys.containsWithinBounds(key)) continue
            int note = key + line.transpose
            if (note < 0 || note > 127) continue
            List<Sounding> held = keysDown.computeIfAbsent(key) { [] }
            if (!held.any { it.port == line.port && it.channel == line.channel && it.note == note })
                held << new Sounding(port: line.port, channel: line.channel, note: note)
            say(line.port, 0x90 + line.channel - 1, note, velocity)
        }
    }

    void keyUp(int key, int velocity) {
        for (Sounding s : keysDown.remove(key) ?: []) {
            boolean elsewhere = keysDown.values().any { List<Sounding> held ->
                held.any { it.port == s.port && it.channel == s.channel && it.note == s.note }
            }
            if (!elsewhere) say(s.port, 0x80 + s.channel - 1, s.note, velocity)
        }
    }

    void pedal(int number, int value) {
        List<Line> whole = playing().findAll { it.keys == null }
        List<List> held = pedalsDown.computeIfAbsent(number) { [] }
        List<List> before = new ArrayList<List>(held)
        if (value < 64) held.clear()
        for (Line line : whole) {
            say(line.port, 0xB0 + line.channel - 1, number, value)
            List target = [line.port, line.channel]
            if (value >= 64 && !held.contains(target)) held << target
            before.remove(target)
        }
        if (value < 64) for (List target : before) say((String) target[0], 0xB0 + (int) target[1] - 1, number, 0)
    }

    private List<Line> playing() {
        lines.findAll { it.preset in on }
    }

    private void say(String port, int... bytes) {
        sent[port] << bytes.collect { int b -> String.format('%02X', b) }.join(' ')
    }
}
