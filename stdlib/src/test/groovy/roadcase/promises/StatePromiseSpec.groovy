package roadcase.promises

import groovy.transform.CompileStatic

/** State stays, by its written name: over reloads, over nights, while its name is not in the script. */
class StatePromiseSpec extends Promise {
    @CompileStatic
    static class State extends BankedProperty {
        @Override
        protected Deed deed(Chance chance, long micros) {
            int dice = chance.upTo(100)
            if (dice < 55) return hand(chance, micros)
            if (dice < 65) return nextSound(micros)
            if (dice < 82) return Deed.reload(micros, chance.upTo(gigs.size()))
            if (dice < 90) return Deed.night(micros)
            String plug = chance.of([MixUnit.PORT, Banked.OUT, Banked.SYNTH, Banked.KEYS])
            if (dice < 94) return Deed.vanish(micros, plug)
            if (dice < 99) return Deed.comeBack(micros, plug)
            Deed.panic(micros)
        }
    }

    def "banks, toggles, layers and remembered numbers are where they were, after reloads and after nights"() {
        expect:
        holds('state by name', new State()) == Cases.of('state by name')
    }
}
