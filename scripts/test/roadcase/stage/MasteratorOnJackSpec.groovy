package roadcase.stage

import static roadcase.stage.Unit.BANK_LEFT
import static roadcase.stage.Unit.BANK_RIGHT
import static roadcase.stage.Unit.SOLO_KEY

import groovy.transform.CompileStatic
import java.nio.file.Files

/** The main job on real ports: a unit, a host, and a night in which everything is kept. */
class MasteratorOnJackSpec extends OnJack {
    private Model model = new Model()

    /** What masterator.groovy promises, written down a second time. */
    @CompileStatic
    static class Model {
        int bank = 1
        boolean shift
        final List<String> sent = []
        private final Set<List<Integer>> on = [] as Set

        void press(int number) {
            if (number == BANK_RIGHT) bank = Math.min(4, bank + 1)
            else if (number == BANK_LEFT) bank = Math.max(1, bank - 1)
            else if (number == SOLO_KEY) shift = true
            else toggle(shown(number))
        }

        void release(int number) { if (number == SOLO_KEY) shift = false }

        private void toggle(int note) {
            boolean now = on.add([bank, note])
            if (!now) on.remove([bank, note])
            sent << String.format(now ? '%X%X %02X 7F' : '%X%X %02X 00', now ? 9 : 8, bank - 1, note)
        }

        private int shown(int number) { shift && number % 3 == 0 ? number + 32 : number }

        Set<Integer> getLit() {
            def lights = new TreeSet<Integer>((1..24).findAll { int n -> on.contains([bank, shown(n)]) })
            if (bank in [2, 4]) lights << BANK_LEFT
            if (bank in [3, 4]) lights << BANK_RIGHT
            lights
        }
    }

    private void press(int... numbers) {
        numbers.each {
            unit.press(it)
            model.press(it)
            check("after $it is pressed")
        }
    }

    private void release(int number) {
        unit.release(number)
        model.release(number)
        check("after $number is released")
    }

    private void tap(int... numbers) {
        numbers.each {
            press(it)
            release(it)
        }
    }

    private void check(String when) {
        until("what the host hears $when: $model.sent") { host.heard == model.sent }
        until("the lights $when: $model.lit, shown are $unit.lit") { unit.lit == model.lit }
    }

    def "presses arrive at the host by banks and layers, the lights are true, and all is there again the next evening"() {
        given:
        plugIn()
        playToHost()

        expect: 'both names of the script are there, and the unit was joined by nobody but us'
        ports.containsAll('Roadcase:Masterator OUT', 'Roadcase:MIDI Mix', 'Roadcase:MIDI Mix (out)')
        jack.connections().containsAll('MIDI Mix:out → Roadcase:MIDI Mix', 'Roadcase:MIDI Mix (out) → MIDI Mix:in')

        when: 'a walk through banks, toggles and the layer of SOLO'
        tap(1, 4, 22, 3, 24, BANK_RIGHT, 1, 6, BANK_RIGHT, BANK_RIGHT, BANK_RIGHT, 19)
        press(SOLO_KEY)
        tap(2, 23, 3, 9)
        release(SOLO_KEY)
        tap(3, BANK_LEFT, BANK_LEFT, BANK_LEFT, BANK_LEFT, 4)
        press(SOLO_KEY)
        tap(3, 5, BANK_RIGHT)
        release(SOLO_KEY)
        tap(BANK_RIGHT)

        then:
        model.bank == 3

        when: 'a knob moves, silent until it has moved by 3'
        host.heard.clear()
        unit.turn(16, 60)
        unit.turn(16, 64)
        until('the knob is heard') { host.heard }
        unit.turn(62, 65)
        until('the master is heard, on channel 1 in all banks') { host.heard == ['B2 10 40', 'B0 3E 41'] }
        show.type('quit')

        then:
        show.code() == 0
        host.heard.size() == 2

        when: 'the next evening'
        host.heard.clear()
        model.sent.clear()
        unit.close()
        plugIn()
        playToHost()

        then:
        check('the next evening')

        when:
        tap(BANK_LEFT, BANK_LEFT, 1)

        then: 'it was on'
        model.sent == ['80 01 00']

        when: 'the machine loses its power'
        tap(7)
        def memory = home.resolve('state/roadcase/masterator/memory.json')
        until('the last press is on the disk') { Files.readString(memory).contains('"Masterator / A / mute 3": {"on":true}') }
        show.kill()
        host.heard.clear()
        model.sent.clear()
        unit.close()
        plugIn()
        playToHost()

        then:
        check('after the machine lost its power')

        when: 'an evening that is to begin from nothing'
        show.type('quit')
        show.code()
        unit.close()
        plugIn()
        playToHost('--fresh')

        then:
        until('all lights are dark') { unit.painted && unit.lit.empty }
    }
}
