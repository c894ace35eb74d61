package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.promises.Banked.Meaning
import roadcase.promises.Deed.What

/**
 * What a gig with banks and toggles must say and show, computed from what was done and said alone. State is known by
 * its written name: the group's, the bank's, the control's, the layer's.
 */
@CompileStatic
class BankedOracle {
    private static final List<String> ROWS = ['recArm', 'mute', 'solo']
    private static final List<String> BUTTONS = (0..24).collect { int n -> ROWS[n % 3] + ' ' + (n + 2).intdiv(3) }

    private Meaning plays
    private final Set<String> on = []
    private final Map<String, String> active = [:]
    private Double sound
    private double soundOfScript
    private boolean solo
    private final Set<String> away = []

    BankedOracle(int script) {
        begin(Banked.VARIANTS.values()[script])
    }

    private void begin(Meaning next) {
        plays = next
        if (!plays.unit) solo = false
        if (plays.group != null && !(active[plays.group] in plays.banks.keySet())) active[plays.group] = plays.banks.keySet().first()
        // a number that was edited counts; else what it was set to
        if (plays.sound != null && (sound == null || soundOfScript != plays.sound)) {
            sound = plays.sound
            soundOfScript = plays.sound
        }
    }

    /** @param said bytes that came in because of it, or null. @return what goes out, by port, in hex */
    Map<String, List<String>> expects(Deed deed, byte[] said) {
        Map<String, List<String>> expected = [(Banked.OUT): [] as List<String>, (Banked.SYNTH): [] as List<String>]
        switch (deed.what) {
            case What.RELOAD:
                begin(Banked.VARIANTS.values()[deed.number])
                break
            case What.NIGHT:
                solo = false
                begin(plays)
                break
            case What.VANISH:
                away << deed.port
                if (deed.port == MixUnit.PORT) solo = false
                break
            case What.RETURN:
                away.remove(deed.port)
                break
            case What.PANIC:
                for (String output : outputs())
                    for (int channel : 0..15) {
                        for (int controller : [64, 66, 67, 123, 120]) expected[output] << hex(0xB0 + channel, controller, 0)
                        expected[output] << hex(0xE0 + channel, 0, 64)
                    }
                break
            default:
                if (said != null) hears(deed, said, expected)
        }
        for (String port : away) if (port in expected.keySet()) expected[port] = []
        expected
    }

    private List<String> outputs() {
        plays.sound == null ? [Banked.OUT] : [Banked.OUT, Banked.SYNTH]
    }

    private void hears(Deed deed, byte[] said, Map<String, List<String>> expected) {
        boolean down = said[0] == (byte) 0x90 && said[2] > 0
        if (deed.what == What.PLAY) {
            if (!down || said[1] != Banked.NEXT_SOUND || plays.sound == null) return
            sound = (sound + 1) % 8
            expected[Banked.SYNTH] << String.format('C0 %02X', sound as int)
            return
        }
        if (!plays.unit) return
        int number = said[1]
        if (number == MixUnit.SOLO) solo = down
        else if (down && number == 25) step(-1)
        else if (down && number == 26) step(1)
        else if (down) toggle(number, expected[Banked.OUT])
    }

    private void step(int by) {
        if (plays.group == null) return
        List<String> names = plays.banks.keySet().toList()
        int to = names.indexOf(active[plays.group]) + by
        active[plays.group] = names[plays.wraps ? (to + names.size()) % names.size() : Math.max(0, Math.min(names.size() - 1, to))]
    }

    private void toggle(int number, List<String> out) {
        String name = name(number)
        if (name == null) return
        boolean now = on.add(name)
        if (!now) on.remove(name)
        int channel = plays.group == null ? 1 : plays.banks[active[plays.group]]
        out << hex((now ? 0x90 : 0x80) + channel - 1, isLayered(number) ? number + 32 : number, now ? 127 : 0)
    }

    private boolean isLayered(int number) {
        solo && plays.layer && number % 3 == 0
    }

    /** Of the switch that this button turns now, or null. */
    private String name(int number) {
        if (number > 24 || !plays.rows.contains(ROWS.get(number % 3))) return null
        String bank = plays.group == null ? '' : plays.group.concat('/').concat(active.get(plays.group))
        bank.concat(isLayered(number) ? ' under SOLO ' : ' ').concat(BUTTONS.get(number))
    }

    /** Which lights of the unit must be on. */
    BitSet lights() {
        BitSet lit = new BitSet()
        if (!plays.unit || MixUnit.PORT in away) return lit
        for (int number = 1; number <= 24; number++) {
            String name = name(number)
            lit.set(number, name != null && on.contains(name))
        }
        if (plays.dial) {
            int bank = plays.banks.keySet().toList().indexOf(active[plays.group])
            lit.set(25, bank % 2 == 1)
            lit.set(26, bank.intdiv(2) == 1)
        }
        lit
    }

    private static String hex(int status, int first, int second) {
        String.format('%02X %02X %02X', status, first, second)
    }
}
