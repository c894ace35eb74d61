package roadcase.mixers

import static roadcase.mixers.Kinds.*

/**
 * Behringer X AIR and Midas M AIR with 16 channels (XR16, XR18, X18, MR18). Addresses and ranges from the vendor's X AIR
 * sheet, as its users wrote it down; what no sheet has is left out. UDP port 10024, eight listeners. It is read parameter
 * by parameter, because the order within its lines of text is not written down.
 */
final class XAir {
    private static final Choice FX_SLOT = Choice.of('OFF Fx1A Fx1B Fx2A Fx2B Fx3A Fx3B Fx4A Fx4B')
    private static final Choice TAP = new Choice('IN PREEQ POSTEQ PRE POST GRP'.split(' ').toList(), 4)

    static final Desk DESK = new Desk('X AIR', 10_024, 8, ['XR', 'X18', 'MR'], nodes(), meters(), false)

    private XAir() {}

    private static List<Node> nodes() {
        List<Node> all = []
        all << Node.of('/config/chlink', X32.pairs(16))
        all << Node.of('/config/buslink', X32.pairs(6))
        all << Node.of('/config/linkcfg', named('preamp eq dyn fdrmute', OPEN))
        Choice tap = Choice.of('PFL AFL')
        all << Node.of('/config/solo', [level: (Kind) SEND, source: new Whole(0, 14), 
            sourcetrim: new Linear(-18, 12, 0.5d, 'dB', 1, 0), chmode: tap, busmode: tap,
            dimatt: new Linear(-40, 0, 1, 'dB', 0, -20), dim: SWITCH, mono: SWITCH, mute: SWITCH, dimpfl: SWITCH])
        all << Node.of('/config/amixenable', [X: (Kind) SWITCH, Y: SWITCH])
        all << Node.of('/config/amixlock', [X: (Kind) SWITCH, Y: SWITCH])
        all << Node.of('/config/mute', row(1, 4, '%d', SWITCH))
        for (int n in 1..16) all.addAll(channel(String.format('/ch/%02d', n)))
        all.addAll(back('/rtn/aux'))
        for (int n in 1..4) all.addAll(back("/rtn/$n".toString()))
        for (int n in 1..6) all.addAll(mix("/bus/$n".toString(), true))
        for (int n in 1..4) {
            all << Node.of("/fxsend/$n/config".toString(), label())
            all << Node.of("/fxsend/$n/mix".toString(), [on: (Kind) OPEN, fader: FADER])
            all << group("/fxsend/$n")
        }
        all.addAll(mix('/lr', false))
        for (int n in 1..4) {
            all << Node.of("/dca/$n".toString(), [on: (Kind) OPEN, fader: FADER])
            all << Node.of("/dca/$n/config".toString(), label())
        }
        for (int n in 1..4) {
            all << Node.of("/fx/$n".toString(), [insert: (Kind) SWITCH, type: new Whole(0, 60)])
            all << Node.untold("/fx/$n/par".toString(), row(1, 64, '%02d', new EffectNumber()))
        }
        // XR18: gains of inputs 1 to 16 from −12 to +60 dB, of the line inputs 17 and up to +20 dB
        for (int n in 1..24) all << Node.of(String.format('/headamp/%02d', n),
                [gain: (Kind) new Linear(-12, n < 17 ? 60 : 20, 0.5d, 'dB', 1, 0), phantom: SWITCH])
        all
    }

    private static Map<String, Kind> label() {
        [name: (Kind) NAME, color: COLOUR]
    }

    private static Node group(String strip) {
        Node.of("$strip/grp".toString(), [dca: (Kind) new Bits(4), mute: new Bits(4)])
    }

    private static List<Node> bands(String strip, int count, Map<String, Kind> head) {
        [Node.of("$strip/eq".toString(), head)] + (1..count).collect { int n -> Node.of("$strip/eq/$n".toString(), band()) }
    }

    /** Six buses and four sends to effects. */
    private static List<Node> sends(String strip) {
        (1..10).collect { int n ->
            Map<String, Kind> leaves = [level: (Kind) SEND, grpon: SWITCH, tap: TAP]
            if (n < 7) leaves.pan = PAN
            Node.of(String.format('%s/mix/%02d', strip, n), leaves)
        }
    }

    private static Map<String, Kind> stripMix() {
        [on: (Kind) OPEN, fader: FADER, lr: OPEN, pan: PAN]
    }

    private static List<Node> channel(String strip) {
        List<Node> all = [Node.of("$strip/config".toString(), 
                label() + [insrc: (Kind) new Whole(0, 16), rtnsrc: new Whole(0, 17)]),
            Node.of("$strip/preamp".toString(),
                [rtntrim: (Kind) TRIM, rtnsw: SWITCH, invert: SWITCH, hpon: SWITCH, hpf: LOW_CUT]),
            Node.of("$strip/gate".toString(), gate(new Choice(['GATE', 'EXP2', 'EXP3', 'EXP4', 'DUCK'], 0), 22)),
            Node.of("$strip/gate/filter".toString(), filter()),
            Node.of("$strip/dyn".toString(), dynamicsOf(22)), Node.of("$strip/dyn/filter".toString(), filter()),
            Node.of("$strip/insert".toString(), [on: (Kind) SWITCH, fxslot: FX_SLOT])]
        all.addAll(bands(strip, 4, [on: (Kind) SWITCH]))
        all << Node.of("$strip/mix".toString(), stripMix())
        all.addAll(sends(strip))
        all << group(strip)
        all << Node.of("$strip/automix".toString(), [group: (Kind) AUTOMIX, weight: WEIGHT])
        all
    }

    private static Map<String, Kind> dynamicsOf(int keys) {
        Map<String, Kind> all = dynamics(keys)
        all.remove('pos')
        all
    }

    private static List<Node> back(String strip) {
        List<Node> all = [Node.of("$strip/config".toString(), label()),
            Node.of("$strip/preamp".toString(), [rtntrim: (Kind) TRIM, rtnsw: SWITCH])]
        all.addAll(bands(strip, 4, [on: (Kind) SWITCH]))
        all << Node.of("$strip/mix".toString(), stripMix())
        all.addAll(sends(strip))
        all << group(strip)
        all
    }

    private static List<Node> mix(String strip, boolean bus) {
        List<Node> all = [Node.of("$strip/config".toString(), label()),
            Node.of("$strip/dyn".toString(), dynamicsOf(bus ? 22 : 0)),
            Node.of("$strip/dyn/filter".toString(), filter()),
            Node.of("$strip/insert".toString(), [on: (Kind) SWITCH, fxslot: FX_SLOT])]
        all.addAll(bands(strip, 6, [on: (Kind) SWITCH, mode: Choice.of('PEQ GEQ TEQ')]))
        all << Node.of("$strip/mix".toString(), bus ? stripMix() : [on: (Kind) OPEN, fader: FADER, pan: PAN])
        if (bus) all << group(strip)
        all
    }

    private static List<String> many(String name, int count) {
        (1..count).collect { int n -> "$name $n".toString() }
    }

    /** Only the banks of the vendor's sheet. */
    private static List<MeterBank> meters() {
        MeterBank.Form shorts = MeterBank.Form.SHORTS
        List<String> returns = (1..4).collectMany { int n -> ["fx ${n}L".toString(), "fx ${n}R".toString()] }
        [new MeterBank(0, shorts, many('tap', 8)),
         new MeterBank(1, shorts, many('ch', 16) + ['aux L', 'aux R'] + returns + many('bus', 6) +
                 many('fx send', 4) + ['main L', 'main R', 'monitor L', 'monitor R']),
         new MeterBank(7, shorts, many('automix', 16)), new MeterBank(8, shorts, many('dca', 4)),
         new MeterBank(9, shorts, ['recorder L', 'recorder R', 'playback L', 'playback R'])]
    }
}
