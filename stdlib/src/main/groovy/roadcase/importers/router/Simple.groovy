package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * Plain words for a filter that lets only matches pass: {@code onChannel(6)}, {@code notes(36..47)},
 * {@code transpose(12)}. Null where a filter needs more.
 */
@PackageScope
final class Simple {
    private Simple() {}

    /** @param joined CCs of which the input makes 14-bit values: those are counted more finely than the file does */
    static List<String> words(Filtered f, Set<Integer> joined) {
        if (Events.CC in f.kinds && !f.isOpen(f.data2()) && joined.any { int cc -> f.data1().of(cc) >= 0 }) return null
        Stretch channel = f.channel().single(Filtered.LOWEST_CHANNEL, Filtered.HIGHEST_CHANNEL)
        if (channel == null || !(channel.changesNothing() || channel.toLow() == channel.toHigh())) return null
        List<String> body = body(f)
        if (body == null) return null
        List<String> words = []
        boolean everyChannel = channel.low() == 1 && channel.high() == 16
        if (!everyChannel) words << "onChannel(${Say.range(channel.low(), channel.high())})".toString()
        words.addAll(body)
        if (!channel.changesNothing()) words << "toChannel(${channel.toLow()})".toString()
        words
    }

    private static List<String> body(Filtered f) {
        if (f.kinds == Events.PLAIN && f.keepsKinds()) return f.isOpen(f.data1()) && f.isOpen(f.data2()) ? [] : null
        if (f.kinds == Events.NOTES && f.keepsKinds()) return notes(f)
        if (f.kinds.size() != 1) return null
        int from = f.kinds[0]
        int to = f.targets[0]
        if (from == Events.CC) return cc(f, to)
        if (from == Events.NRPN) return nrpn(f, to)
        if (from == Events.AFTERTOUCH) return pressure(f, to)
        if (from == Events.PITCH_BEND && to == Events.CC)
            return target(f) == null ? null : ['pitchBend()', "becomes(cc(${target(f)}))".toString()]
        if (from != to) return null
        boolean open = f.isOpen(f.data1()) && f.isOpen(f.data2())
        switch (from) {
            case Events.NOTE_ON: case Events.NOTE_OFF: return oneKey(f, from)
            case Events.PROGRAM: return program(f)
            case Events.KEY_AFTERTOUCH: return open ? ['keyAftertouch()'] : null
            case Events.PITCH_BEND: return open ? ['pitchBend()'] : null
            default: return null
        }
    }

    /** Its one byte is how hard it is. */
    private static List<String> pressure(Filtered f, int to) {
        Stretch hard = f.data1().single(0, 127)
        if (hard == null) return null
        if (to == Events.AFTERTOUCH) return f.isOpen(f.data1()) ? ['aftertouch()'] : ['aftertouch()', within(hard)]
        to == Events.CC && target(f) != null ? ['aftertouch()', "becomes(cc(${target(f)}))".toString()] : null
    }

    /** The one number that everything gets, or null. */
    private static Integer target(Filtered f) {
        Stretch to = f.data1().single(0, 127)
        to != null && to.low() == 0 && to.high() == 127 && to.toLow() == to.toHigh() ? (Integer) to.toLow() : null
    }

    private static List<String> notes(Filtered f) {
        Stretch keys = f.data1().single(0, 127)
        if (keys == null) return null
        boolean all = keys.low() == 0 && keys.high() == 127
        List<String> words = [all ? 'notes()' : "notes(${Say.range(keys.low(), keys.high(), true)})".toString()]
        if (!f.isOpen(f.data2())) {
            String loudness = loudness(f)
            if (loudness == null) return null
            words << loudness
        }
        if (keys.toLow() == keys.toHigh() && keys.low() != keys.high()) words << "becomes(note(${keys.toLow()}))".toString()
        else if (!keys.isMove()) words << "becomes(notes(${keys.toLow()}..${keys.toHigh()}))".toString()
        else if (keys.toLow() != keys.low()) words << "transpose(${keys.toLow() - keys.low()})".toString()
        words
    }

    /** A soft limit is {@code velocities}; a stretch that spares the off is {@code velocity}. */
    private static String loudness(Filtered f) {
        Stretch v = f.data2().single(0, 127)
        if (v == null) return null
        if (v.changesNothing()) return "velocities(${v.low()}..${v.high()})"
        v.low() == 1 && v.high() == 127 && Math.min(v.toLow(), v.toHigh()) >= 1 ? "velocity(${v.toLow()}..${v.toHigh()})" : null
    }

    private static List<String> oneKey(Filtered f, int event) {
        Stretch key = f.data1().single(0, 127)
        if (key == null || key.low() != key.high() || !key.changesNothing()) return null
        String word = "${event == Events.NOTE_ON ? 'noteOn' : 'noteOff'}(${key.low()})"
        if (f.isOpen(f.data2())) return [word]
        String loudness = loudness(f)
        loudness == null || event == Events.NOTE_OFF ? null : [word, loudness]
    }

    private static List<String> program(Filtered f) {
        Stretch number = f.data1().single(0, 127)
        if (number == null) return null
        if (number.changesNothing() && number.low() == 0 && number.high() == 127) return ['programs()']
        if (number.low() != number.high()) return null
        number.changesNothing() ? ["program(${number.low()})".toString()]
                : ["program(${number.low()})".toString(), "becomes(program(${number.toLow()}))".toString()]
    }

    private static List<String> cc(Filtered f, int to) {
        Stretch numbers = f.data1().single(0, 127)
        Stretch values = f.data2().single(0, 127)
        if (numbers == null || values == null) return null
        List<String> words = ["cc(${Say.range(numbers.low(), numbers.high())})".toString()]
        boolean wholeValues = values.low() == 0 && values.high() == 127
        boolean toOne = numbers.toLow() == numbers.toHigh()
        switch (to) {
            case Events.CC:
                if (numbers.changesNothing()) {
                    if (!f.isOpen(f.data2())) words << within(values)
                    return words
                }
                if (!f.isOpen(f.data2())) words << within(values)
                words << "becomes(cc(${Say.range(numbers.toLow(), numbers.toHigh())}))".toString()
                return words
            case Events.NRPN:
                if (!toOne || !wholeValues) return null
                words << "becomes(nrpn(${numbers.toLow()}, ${values.toLow()}..${values.toHigh()}))".toString()
                return words
            case Events.PROGRAM:
                // A program change has one number: the value is what becomes it.
                if (!wholeValues) return null
                words << "becomes(program(${Say.range(values.toLow(), values.toHigh())}))".toString()
                return words
            case Events.NOTE_ON:
                if (!toOne || !f.isOpen(f.data2())) return null
                words << "becomes(note(${numbers.toLow()}))".toString()
                return words
            default: return null
        }
    }

    private static String within(Stretch v) {
        if (!v.changesNothing()) return "scale(${v.low()}..${v.high()}, ${v.toLow()}..${v.toHigh()})"
        if (v.low() == v.high()) return "exactly(${v.low()})"
        if (v.high() == 127) return "above(${v.low() - 1})"
        if (v.low() == 0) return "below(${v.high() + 1})"
        "scale(${v.low()}..${v.high()}, ${v.low()}..${v.high()})"
    }

    private static List<String> nrpn(Filtered f, int to) {
        Stretch numbers = f.data1().single(0, 16383)
        Stretch values = f.data2().single(0, 16383)
        if (numbers == null || values == null) return null
        boolean allNumbers = numbers.low() == 0 && numbers.high() == 16383
        List<String> words = [allNumbers ? 'nrpn()' : "nrpn(${Say.range(numbers.low(), numbers.high())})".toString()]
        if (to == Events.NRPN && numbers.changesNothing()) {
            if (!f.isOpen(f.data2())) words << "scale(${values.low()}..${values.high()}, ${values.toLow()}..${values.toHigh()})".toString()
            return words
        }
        if (numbers.toLow() != numbers.toHigh() || values.low() != 0 || values.high() != 16383) return null
        if (to != Events.NRPN && to != Events.CC) return null
        String form = to == Events.NRPN ? 'nrpn' : 'cc'
        words << "becomes($form(${numbers.toLow()}, ${values.toLow()}..${values.toHigh()}))".toString()
        words
    }
}
