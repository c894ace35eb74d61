package roadcase.mixers

/** The kinds of parameters that X32 and X AIR have in common (X32 protocol document 4.06; the vendor's X AIR sheet). */
final class Kinds {
    private Kinds() {}

    static final Choice SWITCH = Choice.SWITCH
    /** Desks come with their channels open. */
    static final Choice OPEN = new Choice(['OFF', 'ON'], 1)
    static final FaderLevel FADER = FaderLevel.FADER
    static final FaderLevel SEND = FaderLevel.SEND
    static final Linear PAN = new Linear(-100, 100, 2, '', 0, 0)
    static final Label NAME = new Label(12)
    static final Whole ICON = new Whole(1, 74)
    static final Choice COLOUR = new Choice('OFF RD GN YE BL MG CY WH OFFi RDi GNi YEi BLi MGi CYi WHi'.split(' ').toList(), 7)
    static final Logarithmic FREQUENCY = new Logarithmic(20, 20_000, 201, 'Hz', -1, 1_000)
    static final Logarithmic WIDTH = new Logarithmic(10, 0.3d, 72, '', 1, 2)
    static final Linear EQ_GAIN = new Linear(-15, 15, 0.25d, 'dB', 2, 0)
    static final Linear TRIM = new Linear(-18, 18, 0.25d, 'dB', 2, 0)
    static final Logarithmic LOW_CUT = new Logarithmic(20, 400, 101, 'Hz', 0, 100)
    static final Linear ATTACK = new Linear(0, 120, 1, 'ms', 0, 10)
    static final Logarithmic HOLD = new Logarithmic(0.02d, 2_000, 101, 'ms', 2, 10)
    static final Logarithmic RELEASE = new Logarithmic(5, 4_000, 101, 'ms', 0, 150)
    static final Linear DELAY = new Linear(0.3d, 500, 0.1d, 'ms', 1, 0.3d)
    static final Linear WEIGHT = new Linear(-12, 12, 0.5d, 'dB', 1, 0)
    static final Choice EQ_TYPE = new Choice('LCut LShv PEQ VEQ HShv HCut'.split(' ').toList(), 2)
    static final Choice PRE_POST = Choice.of('PRE POST')
    static final Choice KEY_FILTER = Choice.of('LC6 LC12 HC6 HC12 1.0 2.0 3.0 5.0 10.0')
    static final Choice AUTOMIX = Choice.of('OFF X Y')

    static Map<String, Kind> filter() {
        [on: (Kind) SWITCH, type: KEY_FILTER, f: FREQUENCY]
    }

    static Map<String, Kind> band(Choice types = EQ_TYPE) {
        [type: (Kind) types, f: FREQUENCY, g: EQ_GAIN, q: WIDTH]
    }

    static Map<String, Kind> gate(Choice modes, int keys) {
        [on: (Kind) SWITCH, mode: modes, thr: new Linear(-80, 0, 0.5d, 'dB', 1, -80),
         range: new Linear(3, 60, 1, 'dB', 1, 60), attack: ATTACK, hold: HOLD, release: RELEASE, keysrc: new Whole(0, keys)]
    }

    /** @param keys how many key sources there are besides its own; 0 where it has no choice */
    static Map<String, Kind> dynamics(int keys) {
        Map<String, Kind> all = [on: (Kind) SWITCH, mode: Choice.of('COMP EXP'), det: Choice.of('PEAK RMS'),
            env: Choice.of('LIN LOG'), thr: new Linear(-60, 0, 0.5d, 'dB', 1, 0),
            ratio: new Choice('1.1 1.3 1.5 2.0 2.5 3.0 4.0 5.0 7.0 10 20 100'.split(' ').toList(), 5),
            knee: new Linear(0, 5, 1, '', 0, 1), mgain: new Linear(0, 24, 0.5d, 'dB', 2, 0), attack: ATTACK, hold: HOLD,
            release: RELEASE, pos: PRE_POST]
        if (keys > 0) all.keysrc = new Whole(0, keys)
        all.mix = new Linear(0, 100, 5, '%', 0, 100)
        all.auto = SWITCH
        all
    }

    /** As many of one kind, by number from {@code from}. */
    static Map<String, Kind> row(int from, int to, String format, Kind kind) {
        (from..to).collectEntries { int n -> [(String.format(format, n)): kind] } as Map<String, Kind>
    }

    static Map<String, Kind> named(String names, Kind kind) {
        names.split(' ').collectEntries { String name -> [(name): kind] } as Map<String, Kind>
    }
}
