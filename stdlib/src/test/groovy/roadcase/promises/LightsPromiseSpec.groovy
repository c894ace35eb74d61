package roadcase.promises

import groovy.transform.CompileStatic

/** Lights tell the truth: after any deed the unit shows what is so. */
class LightsPromiseSpec extends Promise {
    @CompileStatic
    static class Lights extends BankedProperty {
        @Override
        protected Deed deed(Chance chance, long micros) {
            int dice = chance.upTo(100)
            if (dice < 75) return hand(chance, micros)
            if (dice < 82) return Deed.reload(micros, chance.upTo(gigs.size()))
            if (dice < 87) return Deed.vanish(micros, MixUnit.PORT)
            if (dice < 95) return Deed.comeBack(micros, MixUnit.PORT)
            if (dice < 98) return Deed.reset(micros)
            Deed.panic(micros)
        }
    }

    def "a simulated unit, told by its port alone, shows what the deeds have made true"() {
        expect:
        holds('lights', new Lights()) == Cases.of('lights')
    }
}
