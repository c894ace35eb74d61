package roadcase.mixers.simulated

import roadcase.mixers.Desk
import roadcase.mixers.MeterBank
import roadcase.mixers.X32
import roadcase.osc.OscBlob

/**
 * What the meters of a simulated desk show. Gains are none, banks of effects and of the recorder are silent. Which tap the
 * mixes' meters have is not known of the real desk ([?] in its protocol document), so it can be chosen. One thread.
 */
final class DeskSound {
    private static final double SILENT = -128d
    private static final double NO_GAIN = 0d

    /** Level of one place at a time. */
    private static interface Place {
        double level(long nanos)
    }

    final Sound sound
    private final Desk desk
    private final Map<String, Integer> inputs = [:]
    private final Map<String, Integer> mixes = [:]
    private final Map<Integer, List<Place>> places = [:]
    /** Whether banks of whole mixers show mixes behind their faders. */
    private boolean mixesBehind

    DeskSound(Desk desk, DeskMemory memory, Programme programme, boolean mixesBehind) {
        this.desk = desk
        this.mixesBehind = mixesBehind
        sound = new Sound(memory, desk.is(X32.DESK) ? x32() : xAir(), programme)
        names()
        for (MeterBank bank : desk.meters) places[bank.number] = bank.places.collect { String name -> place(bank, name) }
    }

    private static List<String> many(String format, int count) {
        (1..count).collect { int n -> String.format(format, n) }
    }

    private static Sound.Plan x32() {
        new Sound.Plan(inputs: many('/ch/%02d', 32) + many('/auxin/%02d', 8) + many('/fxrtn/%02d', 8),
                buses: many('/bus/%02d', 16), matrices: many('/mtx/%02d', 6), mains: ['/main/st', '/main/m'],
                dcas: 8, muteGroups: 6, toMain: 'st', sendSwitch: 'on', tap: 'type', tapBehind: 4)
    }

    /** Sends to effects stand where matrices do: nothing reaches them from buses. */
    private static Sound.Plan xAir() {
        new Sound.Plan(inputs: many('/ch/%02d', 16) + ['/rtn/aux'] + many('/rtn/%d', 4),
                buses: many('/bus/%d', 6), matrices: many('/fxsend/%d', 4), mains: ['/lr'],
                dcas: 4, muteGroups: 4, toMain: 'lr', sendSwitch: null, tap: 'tap', tapBehind: 4)
    }

    private void names() {
        boolean x32 = desk.is(X32.DESK)
        int channels = x32 ? 32 : 16
        for (int n in 1..channels) inputs["ch $n".toString()] = n - 1
        if (x32) for (int n in 1..8) {
            inputs["aux $n".toString()] = 31 + n
            inputs["fx ${(n + 1).intdiv(2)}${n % 2 ? 'L' : 'R'}".toString()] = 39 + n
        }
        else {
            inputs['aux L'] = inputs['aux R'] = 16
            for (int n in 1..4) for (side in ['L', 'R']) inputs["fx $n$side".toString()] = 16 + n
        }
        int buses = x32 ? 16 : 6, others = x32 ? 6 : 4
        for (int n in 1..buses) mixes["bus $n".toString()] = n - 1
        for (int n in 1..others) mixes["${x32 ? 'matrix' : 'fx send'} $n".toString()] = buses + n - 1
        mixes['main'] = mixes['main L'] = mixes['main R'] = buses + others
        if (x32) mixes['mono'] = buses + others + 1
    }

    private Place place(MeterBank bank, String name) {
        if (name ==~ /(.* )?(gate|dyn|automix)/) return { long t -> NO_GAIN } as Place
        Integer input = inputs[name]
        if (input != null) return { long t -> sound.input(input, false, t) } as Place
        Integer mix = mixes[name]
        // an X AIR shows its mains behind their fader, and says so
        boolean behind = mixesBehind || !desk.is(X32.DESK) && name.startsWith('main')
        if (mix != null) return { long t -> sound.mix(mix, behind, t) } as Place
        { long t -> SILENT } as Place
    }

    /** The frame of a bank. */
    OscBlob frame(MeterBank bank, long nanos) {
        List<Place> of = places[bank.number]
        float[] levels = new float[of.size()]
        for (int i = 0; i < levels.length; i++) levels[i] = (float) of[i].level(nanos)
        bank.frame(levels)
    }

    /** The frame of bank 6 of an X32: one strip, before and behind its fader. */
    OscBlob strip(int strip, long nanos) {
        float[] levels = new float[4]
        boolean input = strip >= 0 && strip < 48
        boolean mix = strip >= 48 && strip < 72
        levels[0] = (float) (input ? sound.input(strip, false, nanos) : mix ? sound.mix(strip - 48, false, nanos) : SILENT)
        levels[3] = (float) (input ? sound.input(strip, true, nanos) : mix ? sound.mix(strip - 48, true, nanos) : SILENT)
        desk.bank(6).frame(levels)
    }
}
