package roadcase.mixers

import static roadcase.mixers.Kinds.*

/**
 * Behringer X32 and Midas M32, all models: they have the same parameters. Addresses and ranges from the "Unofficial X32/M32
 * OSC Remote Protocol" 4.06-09 and what its author's emulator answers; the scene file of firmware 4 has these lines in this
 * order. UDP port 10023, four listeners.
 */
final class X32 {
    private static final Choice INSERT = Choice.of('OFF FX1L FX1R FX2L FX2R FX3L FX3R FX4L FX4R FX5L FX5R FX6L FX6R ' +
            'FX7L FX7R FX8L FX8R AUX1 AUX2 AUX3 AUX4 AUX5 AUX6')
    private static final Choice TAP = new Choice(['IN/LC', '<-EQ', 'EQ->', 'PRE', 'POST', 'GRP'], 4)
    private static final Choice MAIN_EQ = new Choice(
            'LCut LShv PEQ VEQ HShv HCut BU6 BU12 BS12 LR12 BU18 BU24 BS24 LR24'.split(' ').toList(), 2)
    private static final Choice OUTPUT_TAP = new Choice(
            ['IN/LC', 'IN/LC+M', '<-EQ', '<-EQ+M', 'EQ->', 'EQ->+M', 'PRE', 'PRE+M', 'POST'], 8)
    private static final Choice EFFECT = Choice.of('HALL AMBI RPLT ROOM CHAM PLAT VREV VRM GATE RVRS DLY 3TAP 4TAP ' +
            'CRS FLNG PHAS DIMC FILT ROTA PAN SUB D/RV CR/R FL/R D/CR D/FL MODD GEQ2 TEQ2 GEQ TEQ DES2 DES P1A2 P1A ' +
            'PQ5S PQ5 WAVD LIM CMB2 CMB FAC2 FAC1M FAC LEC2 LEC ULC2 ULC ENH2 ENH EXC2 EXC IMG EDI SON AMP2 AMP DRV2 DRV PIT2 PIT')
    private static final Choice INSERT_EFFECT = Choice.of('GEQ2 TEQ2 GEQ TEQ DES2 DES P1A P1A2 PQ5 PQ5S WAVD LIM FAC ' +
            'FAC1M FAC2 LEC LEC2 ULC ULC2 ENH2 ENH EXC2 EXC IMG EDI SON AMP2 AMP DRV2 DRV PHAS FILT PAN SUB')

    /** Where a channel's eight inputs may come from. */
    static final List<String> INPUT_BLOCKS = blocks(['AN', 4], ['A', 6], ['B', 6], ['CARD', 4], ['UIN', 4])
    /** What AES50 and card may be sent. */
    static final List<String> OUTPUT_BLOCKS = blocks(['AN', 4], ['A', 6], ['B', 6], ['CARD', 4]) +
            ['OUT1-8', 'OUT9-16', 'P161-8', 'P169-16', 'AUX1-6/Mon', 'AuxIN1-6/TB'] + blocks(['UOUT', 6], ['UIN', 4])

    static final Desk DESK = new Desk('X32', 10_023, 4, ['X32', 'M32'], nodes(), meters(), true)

    private X32() {}

    private static List<String> blocks(List... of) {
        of.toList().collectMany { List one ->
            (0..<(int) one[1]).collect { int n -> "${one[0]}${8 * n + 1}-${8 * n + 8}".toString() }
        }
    }

    /** Blocks of four, {@code first} is where they begin in each eight. */
    private static List<String> fours(int first, List... of) {
        of.toList().collectMany { List one ->
            (0..<(int) one[1]).collect { int n -> "${one[0]}${8 * n + first}-${8 * n + first + 3}".toString() }
        }
    }

    private static List<Node> nodes() {
        List<Node> all = []
        all.addAll(config())
        for (int n in 1..32) all.addAll(channel(String.format('/ch/%02d', n), n))
        for (int n in 1..8) all.addAll(input(String.format('/auxin/%02d', n), [trim: (Kind) TRIM, invert: SWITCH]))
        for (int n in 1..8) all.addAll(input(String.format('/fxrtn/%02d', n), null))
        for (int n in 1..16) all.addAll(mix(String.format('/bus/%02d', n), true))
        for (int n in 1..6) all.addAll(matrix(String.format('/mtx/%02d', n)))
        all.addAll(mix('/main/st', false))
        all.addAll(mix('/main/m', false))
        for (int n in 1..8) {
            all << Node.of("/dca/$n".toString(), [on: (Kind) OPEN, fader: FADER])
            all << Node.of("/dca/$n/config".toString(), label())
        }
        for (int n in 1..8) all.addAll(effect(n))
        all.addAll(outputs())
        Map<String, Kind> amplifier = [gain: (Kind) new Linear(-12, 60, 0.5d, 'dB', 1, 0), phantom: SWITCH]
        for (int n in 0..127) all << Node.of(String.format('/headamp/%03d', n), amplifier)
        all
    }

    /** Switches of so many strips in pairs: {@code 1-2}. */
    static Map<String, Kind> pairs(int count) {
        (1..count).step(2).collectEntries { int n -> [("$n-${n + 1}".toString()): SWITCH] } as Map<String, Kind>
    }

    private static Map<String, Kind> label() {
        [name: (Kind) NAME, icon: ICON, color: COLOUR]
    }

    private static List<Node> config() {
        List<Node> all = []
        Closure<Void> link = { String name, int count ->
            all << Node.of("/config/$name".toString(), pairs(count))
            null
        }
        link('chlink', 32); link('auxlink', 8); link('fxlink', 8); link('buslink', 16); link('mtxlink', 6)
        all << Node.of('/config/mute', row(1, 6, '%d', SWITCH))
        all << Node.of('/config/linkcfg', named('hadly eq dyn fdrmute', OPEN))
        all << Node.of('/config/mono', [mode: (Kind) Choice.of('LR+M LCR'), link: SWITCH])
        Choice tap = Choice.of('PFL AFL')
        all << Node.of('/config/solo', [level: (Kind) SEND, source: Choice.of('OFF LR LR+C LRPFL LRAFL AUX56 AUX78'),
            sourcetrim: new Linear(-18, 18, 0.5d, 'dB', 1, 0), chmode: tap, busmode: tap, dcamode: tap,
            exclusive: SWITCH, followsel: SWITCH, followsolo: SWITCH, dimatt: new Linear(-40, 0, 1, 'dB', 0, -20),
            dim: SWITCH, mono: SWITCH, delay: SWITCH, delaytime: DELAY, masterctrl: SWITCH, mute: SWITCH, dimpfl: SWITCH])
        all << Node.of('/config/talk', [enable: (Kind) SWITCH, source: Choice.of('INT EXT')])
        Map<String, Kind> talk = [level: (Kind) SEND, dim: SWITCH, latch: SWITCH, destmap: new Bits(18)]
        for (side in ['A', 'B']) all << Node.of("/config/talk/$side".toString(), talk)
        Logarithmic tone = new Logarithmic(20, 20_000, 121, 'Hz', -1, 1_000)
        all << Node.of('/config/osc', [level: (Kind) SEND, f1: tone, f2: tone, fsel: Choice.of('F1 F2'),
            type: Choice.of('SINE PINK WHITE'), dest: new Whole(0, 25)])
        all << Node.of('/config/userrout/out', row(1, 48, '%02d', new Whole(0, 208)))
        all << Node.of('/config/userrout/in', row(1, 32, '%02d', new Whole(0, 168)))
        all << Node.of('/config/routing', [routswitch: (Kind) Choice.of('REC PLAY')])
        Choice aux = Choice.of('AUX1-4 AN1-2 AN1-4 AN1-6 A1-2 A1-4 A1-6 B1-2 B1-4 B1-6 CARD1-2 CARD1-4 CARD1-6 ' +
                'UIN1-2 UIN1-4 UIN1-6')
        Closure<Node> inputs = { String side ->
            Map<String, Kind> eights = named('1-8 9-16 17-24 25-32', new Choice(INPUT_BLOCKS, 0))
            Node.of("/config/routing/$side".toString(), eights + [AUX: (Kind) aux])
        }
        all << inputs('IN')
        Map<String, Kind> stage = named('1-8 9-16 17-24 25-32 33-40 41-48', new Choice(OUTPUT_BLOCKS, 20))
        for (side in ['AES50A', 'AES50B']) all << Node.of("/config/routing/$side".toString(), stage)
        all << Node.of('/config/routing/CARD', named('1-8 9-16 17-24 25-32', new Choice(OUTPUT_BLOCKS, 0)))
        all << Node.of('/config/routing/OUT', ['1-4': (Kind) xlr(1), '9-12': xlr(1), '5-8': xlr(5), '13-16': xlr(5)])
        all << inputs('PLAY')
        for (side in ['A', 'B', 'C']) {
            all << Node.of("/config/userctrl/$side".toString(), [color: (Kind) COLOUR])
            all << Node.of("/config/userctrl/$side/enc".toString(), row(1, 4, '%d', new Label(32)))
            all << Node.of("/config/userctrl/$side/btn".toString(), row(5, 12, '%d', new Label(32)))
        }
        Linear tape = new Linear(-6, 24, 0.5d, 'dB', 1, 0)
        all << Node.of('/config/tape', [gainL: (Kind) tape, gainR: tape, autoplay: SWITCH])
        all << Node.of('/config/amixenable', [X: (Kind) SWITCH, Y: SWITCH])
        // ranges of the personal mixer's numbers are not written down anywhere
        all << Node.of('/config/dp48', [scope: (Kind) new Whole(0, 65_535), broadcast: new Whole(0, 65_535)])
        all << Node.of('/config/dp48/assign', row(1, 48, '%02d', new Whole(0, 255)))
        all << Node.of('/config/dp48/link', row(1, 24, '%02d', SWITCH))
        all << Node.of('/config/dp48/grpname', row(1, 12, '%02d', NAME))
        all
    }

    private static Choice xlr(int first) {
        List<String> names = fours(first, ['AN', 4], ['A', 6], ['B', 6], ['CARD', 4]) +
                fours(first, ['OUT', 2], ['P16', 2]) + ['AUX/CR', 'AUX/TB'] + fours(first, ['UOUT', 6], ['UIN', 4])
        new Choice(names, 20)
    }

    /** Sends to so many mixes: those with odd numbers have pan and tap for the pair. */
    private static List<Node> sends(String strip, int count) {
        (1..count).collect { int n ->
            Map<String, Kind> leaves = [on: (Kind) OPEN, level: SEND]
            if (n % 2) leaves += [pan: (Kind) PAN, type: TAP, panFollow: SWITCH]
            Node.of(String.format('%s/mix/%02d', strip, n), leaves)
        }
    }

    private static Node group(String strip) {
        Node.of("$strip/grp".toString(), [dca: (Kind) new Bits(8), mute: new Bits(6)])
    }

    private static Map<String, Kind> stripMix() {
        [on: (Kind) OPEN, fader: FADER, st: OPEN, pan: PAN, mono: SWITCH, mlevel: SEND]
    }

    private static List<Node> equaliser(String strip, int bands, Choice types) {
        [Node.of("$strip/eq".toString(), [on: (Kind) SWITCH])] +
                (1..bands).collect { int n -> Node.of("$strip/eq/$n".toString(), band(types)) }
    }

    private static Node insert(String strip) {
        Node.of("$strip/insert".toString(), [on: (Kind) SWITCH, pos: PRE_POST, sel: INSERT])
    }

    private static List<Node> channel(String strip, int number) {
        List<Node> all = [Node.of("$strip/config".toString(), label() + [source: (Kind) new Whole(0, 64, number)]),
            Node.of("$strip/delay".toString(), [on: (Kind) SWITCH, time: DELAY]),
            Node.of("$strip/preamp".toString(), [trim: (Kind) TRIM, invert: SWITCH, hpon: SWITCH, hpslope: Choice.of('12 18 24'),
                hpf: LOW_CUT]),
            Node.of("$strip/gate".toString(), gate(new Choice(['EXP2', 'EXP3', 'EXP4', 'GATE', 'DUCK'], 3), 64)),
            Node.of("$strip/gate/filter".toString(), filter()),
            Node.of("$strip/dyn".toString(), dynamics(64)), Node.of("$strip/dyn/filter".toString(), filter()), insert(strip)]
        all.addAll(equaliser(strip, 4, EQ_TYPE))
        all << Node.of("$strip/mix".toString(), stripMix())
        all.addAll(sends(strip, 16))
        all << group(strip)
        all << Node.of("$strip/automix".toString(), [group: (Kind) AUTOMIX, weight: WEIGHT])
        all
    }

    private static List<Node> input(String strip, Map<String, Kind> preamp) {
        List<Node> all = [Node.of("$strip/config".toString(), preamp ? label() + [source: (Kind) new Whole(0, 64)] : label())]
        if (preamp) all << Node.of("$strip/preamp".toString(), preamp)
        all.addAll(equaliser(strip, 4, EQ_TYPE))
        all << Node.of("$strip/mix".toString(), stripMix())
        all.addAll(sends(strip, 16))
        all << group(strip)
        all
    }

    private static List<Node> mix(String strip, boolean bus) {
        List<Node> all = [Node.of("$strip/config".toString(), label()), Node.of("$strip/dyn".toString(), dynamics(bus ? 64 : 0)),
            Node.of("$strip/dyn/filter".toString(), filter()), insert(strip)]
        all.addAll(equaliser(strip, 6, bus ? EQ_TYPE : MAIN_EQ))
        Map<String, Kind> leaves = bus ? stripMix() : [on: (Kind) OPEN, fader: FADER]
        if (strip == '/main/st') leaves.pan = PAN
        all << Node.of("$strip/mix".toString(), leaves)
        all.addAll(sends(strip, 6))
        all << group(strip)
        all
    }

    private static List<Node> matrix(String strip) {
        List<Node> all = [Node.of("$strip/config".toString(), label()),
            Node.of("$strip/preamp".toString(), [invert: (Kind) SWITCH]),
            Node.of("$strip/dyn".toString(), dynamics(0)), Node.of("$strip/dyn/filter".toString(), filter()), insert(strip)]
        all.addAll(equaliser(strip, 6, MAIN_EQ))
        all << Node.of("$strip/mix".toString(), [on: (Kind) OPEN, fader: FADER])
        all << group(strip)
        all
    }

    private static List<Node> effect(int number) {
        String slot = "/fx/$number"
        List<Node> all = [Node.of(slot, [type: (Kind) (number < 5 ? EFFECT : INSERT_EFFECT)])]
        Choice source = Choice.of('INS ' + (1..16).collect { int n -> "MIX$n" }.join(' ') + ' M/C')
        if (number < 5) all << Node.of("$slot/source".toString(), [l: (Kind) source, r: source])
        all << Node.untold("$slot/par".toString(), row(1, 64, '%02d', new EffectNumber()))
        all
    }

    private static List<Node> outputs() {
        List<Node> all = []
        Map<String, Kind> slot = [src: (Kind) new Whole(0, 76), pos: OUTPUT_TAP, invert: SWITCH]
        Map<String, Kind> speaker = [group: (Kind) Choice.of('OFF A B'),
            speaker: Choice.of('none iQ8 iQ10 iQ12 iQ15 iQ15B iQ18B'),
            eq: Choice.of('Linear Live Speech Playback User'), model: new Whole(0, 15)]
        for (int n in 1..16) {
            all << Node.of(String.format('/outputs/main/%02d', n), slot)
            all << Node.of(String.format('/outputs/main/%02d/delay', n), [on: (Kind) SWITCH, time: DELAY])
        }
        for (int n in 1..6) all << Node.of(String.format('/outputs/aux/%02d', n), slot)
        for (int n in 1..16) {
            all << Node.of(String.format('/outputs/p16/%02d', n), slot)
            all << Node.of(String.format('/outputs/p16/%02d/iQ', n), speaker)
        }
        for (int n in 1..2) all << Node.of(String.format('/outputs/aes/%02d', n), slot)
        for (int n in 1..2) all << Node.of(String.format('/outputs/rec/%02d', n), [src: (Kind) new Whole(0, 76), pos: OUTPUT_TAP])
        all
    }

    private static List<String> many(String name, int count, String behind = '') {
        (1..count).collect { int n -> "$name $n$behind".toString() }
    }

    /** Banks 9, 10 and 14 belong to effects, and what is where in them is not known. */
    private static List<MeterBank> meters() {
        List<String> returns = (1..4).collectMany { int n -> ["fx ${n}L".toString(), "fx ${n}R".toString()] }
        List<String> inputs = many('ch', 32) + many('aux', 8) + returns
        List<String> mixes = many('bus', 16) + many('matrix', 6)
        List<String> dynamics = many('bus', 16, ' dyn') + many('matrix', 6, ' dyn') + ['main dyn', 'mono dyn']
        MeterBank.Form amplitudes = MeterBank.Form.AMPLITUDES
        [new MeterBank(0, amplitudes, inputs + mixes),
         new MeterBank(1, amplitudes, many('ch', 32) + many('ch', 32, ' gate') + many('ch', 32, ' dyn')),
         new MeterBank(2, amplitudes, mixes + ['main L', 'main R', 'mono'] + dynamics),
         new MeterBank(3, amplitudes, many('aux send', 6) + many('aux', 8) + returns),
         new MeterBank(4, amplitudes, many('ch', 32) + many('aux', 8) + many('out', 16) + many('p16', 16) +
                 many('aux out', 6) + ['aes 1', 'aes 2', 'monitor L', 'monitor R']),
         new MeterBank(5, amplitudes, many('strip', 16) + many('group', 8) + ['main L', 'main R', 'mono']),
         new MeterBank(6, amplitudes, ['before', 'gate', 'dyn', 'behind']),
         new MeterBank(7, amplitudes, many('bus send', 16)), new MeterBank(8, amplitudes, many('matrix send', 6)),
         new MeterBank(9, amplitudes, many('effect', 32)), new MeterBank(10, amplitudes, many('effect', 32)),
         new MeterBank(11, amplitudes, ['monitor L', 'monitor R', 'talk', 'threshold', 'oscillator']),
         new MeterBank(12, amplitudes, ['recorder L', 'recorder R', 'playback L', 'playback R']),
         new MeterBank(13, amplitudes, inputs), new MeterBank(14, amplitudes, many('effect', 80)),
         new MeterBank(15, MeterBank.Form.SHORTS_BY_TWO, many('band', 100)),
         new MeterBank(16, MeterBank.Form.GAINS, many('ch', 32, ' gate') + many('ch', 32, ' dyn') + dynamics +
                 many('ch', 8, ' automix'))]
    }

    /** The number of a strip for bank 6, which has one strip before and behind its fader: channels 0 to 31, aux 32 to 39,
     *  effect returns 40 to 47, buses 48 to 63, matrices 64 to 69, main 70, mono 71. */
    static int stripNumber(String strip) {
        List<String> returns = (1..4).collectMany { int n -> ["fx ${n}L".toString(), "fx ${n}R".toString()] }
        (many('ch', 32) + many('aux', 8) + returns + many('bus', 16) + many('matrix', 6) + ['main', 'mono']).indexOf(strip)
    }
}
