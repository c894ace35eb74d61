package roadcase.played

import roadcase.played.PresetOracle.Line
import roadcase.rig.plan.Action.SwitchPreset.How
import spock.lang.Specification

/** Presets switched at any moment, under any notes and pedals: what goes out is what the promises say, to the byte. */
class PresetsUnderHandsSpec extends Specification {
    static final List<String> NAMES = ['A', 'B', 'C', 'D']
    static final List<Integer> KEYS = [0, 12, 40, 47, 48, 52, 59, 60, 64, 72, 120]

    /** One of some gigs: two or three lines in each preset, notes and pedals of many going to the same places. */
    static List<Line> lines(long seed) {
        def random = new Random(seed)
        NAMES.collectMany { name ->
            (0..random.nextInt(2)).collect {
                boolean whole = random.nextBoolean()
                int low = random.nextInt(60)
                new Line(preset: name, keys: whole ? null : low..(low + random.nextInt(68)), transpose: (random.nextInt(5) - 2) * 6,
                        channel: 1 + random.nextInt(2), port: random.nextBoolean() ? 'Synth' : 'Piano')
            }
        }
    }

    static String script(List<Line> lines) {
        def presets = NAMES.withIndex().collect { name, i -> """
            preset('$name') {
                ${i == 0 ? 'startsOn()' : ''}
                onBy     pads.noteOn($i)
                offBy    pads.noteOff($i)
                toggleBy pads.cc($i), pads.pitchBend().onChannel(${i + 1}).above(1000)
                selectBy pads.program($i)
                ${i == 2 ? "slider('Volume', cc(7)).startsAt(99).sendOnSelect().to(synth)" : ''}
                ${lines.findAll { it.preset == name }*.script().join('\n                ')}
            }""" }.join('\n')
        """
        def keys  = input('Keys')
        def pads  = input('Pads')
        def synth = output('Synth')
        def piano = output('Piano')
        $presets
        """
    }

    def "nothing hangs, and each Off goes where its On went (#seed)"() {
        given:
        def lines = lines(seed % 6)
        def script = script(lines)
        def gig = Played.script(script)
        def oracle = new PresetOracle(lines, ['A'] as Set, [C: 99])
        def random = new Random(seed)
        Set<Integer> down = []
        Map<Integer, Boolean> pedals = [64: false, 66: false]
        boolean[] high = new boolean[8]
        def step = 0

        when:
        160.times {
            gig.at(++step / 1000d)
            int i = random.nextInt(4)
            int dice = random.nextInt(100)
            if (dice < 40) {
                int key = KEYS[random.nextInt(KEYS.size())]
                int velocity = 1 + random.nextInt(127)
                if (down.remove(key)) { gig.plays('Keys', hex(0x80, key, velocity)); oracle.keyUp(key, velocity) }
                else { down << key; gig.plays('Keys', hex(0x90, key, velocity)); oracle.keyDown(key, velocity) }
            } else if (dice < 55) {
                int pedal = random.nextBoolean() ? 64 : 66
                int value = random.nextInt(128)
                gig.plays('Keys', hex(0xB0, pedal, value))
                oracle.pedal(pedal, value)
            } else if (dice < 63) { gig.plays('Pads', hex(0x90, i, 100)); oracle.turn(NAMES[i], true) }
            else if (dice < 70) { gig.plays('Pads', hex(0x80, i, 0)); oracle.turn(NAMES[i], false) }
            else if (dice < 78) {
                boolean now = random.nextBoolean()
                gig.plays('Pads', hex(0xB0, i, now ? 64 + random.nextInt(64) : random.nextInt(64)))
                if (now && !high[i]) oracle.toggle(NAMES[i])
                high[i] = now
            } else if (dice < 84) {
                boolean now = random.nextBoolean()
                gig.plays('Pads', hex(0xE0 + i, 0, now ? 0x60 : 0x40))
                if (now && !high[4 + i]) oracle.toggle(NAMES[i])
                high[4 + i] = now
            } else if (dice < 91) { gig.plays('Pads', hex(0xC0, i)); oracle.select(NAMES[i]) }
            else if (dice < 94) { gig.switches(NAMES[i], How.SELECT); oracle.select(NAMES[i]) }
            else if (dice < 96) { gig.switches(NAMES[i], How.TOGGLE); oracle.toggle(NAMES[i]) }
            else gig.reload(random.nextBoolean() ? script : '\n' + script)
        }
        def onThen = gig.presets()*.replaceAll(/[()]/, '').findAll { it in oracle.on() } as Set
        gig.at(++step / 1000d)
        down.each { gig.plays('Keys', hex(0x80, it, 1)); oracle.keyUp(it, 1) }
        pedals.keySet().each { gig.plays('Keys', hex(0xB0, it, 0)); oracle.pedal(it, 0) }

        then:
        difference(gig, oracle, script) == ''
        ['Synth', 'Piano'].collectMany { gig.sounding(it) } == []
        onThen == oracle.on()
        gig.faults() == []

        where:
        seed << (1..240)
    }

    /** Where what was heard is not what should have been, with all that led there. */
    static String difference(Played gig, PresetOracle oracle, String script) {
        for (port in ['Synth', 'Piano']) {
            def heard = gig.heard(port)
            def wanted = oracle.sent(port)
            if (heard == wanted) continue
            int first = (0..<Math.max(heard.size(), wanted.size())).find { heard[it] != wanted[it] }
            return "at $port message ${first} is ${heard[first]}, not ${wanted[first]}, of\n$script\n${gig.events.join('\n')}"
        }
        ''
    }

    static String hex(int... bytes) {
        bytes.collect { String.format('%02X', it) }.join(' ')
    }
}
