package roadcase.played

import spock.lang.Specification

/** How knobs take hold of what they mean, on devices and on ports. */
class KnobsSpec extends Specification {
    static final String GEAR = '''
        def mix   = device(MidiMix)
        def keys  = input('Keystation')
        def synth = output('Synth')
        '''.stripIndent()

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    static String two(String line) {
        """
        banks('Two') {
            previous mix.bankLeft
            next     mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            everyBank { $line }
        }
        """
    }

    static String[] turns(int cc, int... values) {
        values.collect { String.format('B0 %02X %02X', cc, it) } as String[]
    }

    static Played next(Played gig) {
        gig.plays('MIDI Mix', '90 1A 7F', '80 1A 7F')
    }

    static Played previous(Played gig) {
        gig.plays('MIDI Mix', '90 19 7F', '80 19 7F')
    }

    def "without a word, and with jump, the first move counts at once: #word"() {
        expect:
        gig(two("mix.knobs${word}.to(synth)")).plays('MIDI Mix', turns(16, 64, 65)).heard('Synth') == ['B0 10 40', 'B0 10 41']

        where:
        word << ['', '.jump()']
    }

    def "pickup is silent after a bank change until it crosses or comes near the stored value"() {
        given: '100 in bank A, then 20 in bank B'
        def gig = gig(two('mix.knobs.pickup().to(synth)')).plays('MIDI Mix', turns(16, 90, 100))
        next(gig).plays('MIDI Mix', turns(16, 60, 20))
        previous(gig).fresh()

        expect:
        gig.plays('MIDI Mix', turns(16, *path)).heard('Synth') == heard.collect { String.format('B0 10 %02X', it) }

        where:
        path                || heard
        [21, 40, 90, 97]    || []
        [21, 98, 99]        || [98, 99]
        [80, 110, 111]      || [110, 111]
        [80, 100, 101]      || [100, 101]
        [127]               || [127]
    }

    def "scaled closes in on the stored value with every move and meets it at the end"() {
        given: '100 in bank A, then the knob goes to 20 in bank B'
        def gig = gig(two('mix.knobs.scaled().to(synth)')).plays('MIDI Mix', turns(16, 90, 100))
        next(gig).plays('MIDI Mix', turns(16, 60, 20))
        previous(gig).fresh()

        when:
        gig.plays('MIDI Mix', turns(16, *path))
        def said = gig.heard('Synth').collect { Integer.parseInt(it[-2..-1], 16) }

        then:
        said == said.sort(false) || said == said.sort(false).reverse()
        said[-1] == path[-1]
        Math.abs(said[0] - 100) <= 10

        where:
        path << [[30, 40, 60, 80, 100, 127], [19, 10, 5, 0]]
    }

    def "a reload lets go only of what was moved elsewhere"() {
        given:
        def lines = two('mix.knobs.hysteresis(3).to(synth)')
        def gig = gig(lines).plays('MIDI Mix', turns(16, 60, 70)).reload(GEAR + lines.stripIndent()).fresh()

        expect:
        gig.plays('MIDI Mix', turns(16, 71)).heard('Synth') == ['B0 10 47']
    }

    def "each bank has its own stored values, the next evening too"() {
        given:
        def script = GEAR + two('mix.knobs.pickup().to(synth)').stripIndent()
        def gig = Played.script(script).plays('MIDI Mix', turns(16, 90, 100)).nextEvening(script)

        expect:
        gig.plays('MIDI Mix', turns(16, 20, 40, 99)).heard('Synth') == ['B0 10 63']
    }

    def "a knob that moves a value meets that value first: pickup on #from"() {
        given:
        def gig = gig("""
            def depth = remember('depth', 100)
            ${flow}.pickup().to(depth)
            depth.onChange { x -> synth.send(controlChange(1, x)) }
            """)

        expect:
        gig.plays(port, turns(16, 20, 40, 98, 110)).heard('Synth') == ['B0 01 62', 'B0 01 6E']

        where:
        from       | flow              | port
        'a device' | 'mix.knobs[1]'    | 'MIDI Mix'
        'a port'   | 'keys.cc(16)'     | 'Keystation'
    }

    def "a value moved elsewhere makes its knob let go; its own moves do not: #from"() {
        given:
        def gig = gig("""
            def depth = remember('depth', 20)
            ${flow}.pickup().to(depth)
            depth.onChange { x -> synth.send(controlChange(1, x)) }
            keys.noteOn(60).onEvent { message -> depth.set(100) }
            """)

        when:
        gig.plays(port, turns(16, 20, 30, 40)).fresh().plays('Keystation', '90 3C 01').plays(port, turns(16, 41, 90, 101))

        then:
        gig.heard('Synth') == ['B0 01 64', 'B0 01 65']

        where:
        from       | flow              | port
        'a device' | 'mix.knobs[1]'    | 'MIDI Mix'
        'a port'   | 'keys.cc(16)'     | 'Keystation'
    }

    def "two knobs on one value: the one that did not move it lets go"() {
        given:
        def gig = gig('''
            def depth = remember('depth', 64)
            mix.knobs[1].pickup().to(depth)
            mix.knobs[2].pickup().to(depth)
            depth.onChange { x -> synth.send(controlChange(1, x)) }
            ''')

        expect:
        gig.plays('MIDI Mix', turns(16, 64, 70)).plays('MIDI Mix', turns(20, 70, 100)).fresh()
                .plays('MIDI Mix', turns(16, 71, 72, 110)).heard('Synth') == ['B0 01 6E']
    }

    def "code that looks at a knob does not make its owner take hold"() {
        given:
        def gig = gig('''
            mix.knobs[1].onChange { x -> synth.send(controlChange(99, x)) }
            mix.knobs[1].hysteresis(3).to(synth)
            ''')

        expect:
        gig.plays('MIDI Mix', turns(16, 64, 65)).heard('Synth') == ['B0 63 40', 'B0 63 41']
    }

    def "knobs of a port take hold one by one: each controller and channel for itself"() {
        given:
        def gig = gig('keys.cc(16..17).hysteresis(3).to(synth)')

        expect:
        gig.plays('Keystation', 'B0 10 40', 'B0 10 43', 'B1 10 10', 'B1 10 11', 'B0 11 50', 'B0 11 52', 'B0 10 44', 'B1 10 13')
                .heard('Synth') == ['B0 10 43', 'B0 10 44', 'B1 10 13']
    }

    def "a knob of a port keeps its hold over a reload and loses it when the port is lost"() {
        given:
        def lines = 'keys.cc(16).hysteresis(3).to(synth)'
        def gig = gig(lines).plays('Keystation', turns(16, 60, 70)).reload(GEAR + lines).fresh()

        expect:
        gig.plays('Keystation', turns(16, 71)).heard('Synth') == ['B0 10 47']
        gig.fresh().vanishes('Keystation').comesBack('Keystation').plays('Keystation', turns(16, 90, 91, 93))
                .heard('Synth') == ['B0 10 5D']
    }

    def "a knob of a port in a bank lets go with the bank"() {
        given:
        def gig = gig(two('keys.cc(16).hysteresis(3).to(synth)')).plays('Keystation', turns(16, 60, 70))

        expect:
        next(gig).fresh().plays('Keystation', turns(16, 71, 73)).heard('Synth') == ['B1 10 49']
        previous(gig).fresh().plays('Keystation', turns(16, 74, 76)).heard('Synth') == ['B0 10 4C']
    }

    def "echo sends the value back to the gear"() {
        expect:
        gig('mix.faders.echo().to(synth)').fresh().plays('MIDI Mix', turns(19, 64)).heard('MIDI Mix') == ['B0 13 40']
        and:
        gig("def back = output('Keystation')\nkeys.cc(7).echo().to(synth)").plays('Keystation', turns(7, 64)).with {
            heard('Keystation') == ['B0 07 40'] && heard('Synth') == ['B0 07 40']
        }
    }

    def "a number row means one number for each control: #line"() {
        expect:
        gig(line).plays('MIDI Mix', message).heard('Synth') == [heard]

        where:
        line                                          | message    || heard
        'mix.faders.becomes(cc(70..77)).to(synth)'    | 'B0 17 40' || 'B0 47 40'
        'mix.mute.becomes(notes(36..43)).to(synth)'   | '90 16 7F' || '90 2B 7F'
        'mix.mute.becomes(program(0..7)).to(synth)'   | '90 07 7F' || 'C0 02'
        'mix.mute.becomes(program(5)).to(synth)'      | '90 07 7F' || 'C0 05'
        'mix.faders.becomes(program(0..7)).to(synth)' | 'B0 13 7F' || 'C0 07'
    }

    def "a toggle can be a CC, and a note elsewhere: #line"() {
        expect:
        gig(line).plays('MIDI Mix', '90 01 7F', '80 01 7F', '90 01 7F', '80 01 7F').heard('Synth') == heard

        where:
        line                                                         || heard
        'mix.mute[1].toggles().becomes(cc(80)).to(synth)'            || ['B0 50 7F', 'B0 50 00']
        'mix.mute[1].toggles().becomes(cc(80, 10..20)).to(synth)'    || ['B0 50 14', 'B0 50 0A']
        'mix.mute[1].toggles().transpose(12).to(synth)'              || ['90 0D 7F', '80 0D 00']
        'mix.mute[1].toggles().toChannel(16).to(synth)'              || ['9F 01 7F', '8F 01 00']
        'mix.mute[1].toggles().becomes(program(3)).to(synth)'        || ['C0 03']
        'mix.mute[1].toggles().pulse().to(synth)'                    || ['90 01 7F', '80 01 7F'] * 2
        'mix.mute[1].to(synth)'                                      || ['90 01 7F', '80 01 7F'] * 2
    }

    def "a pulse lights by turns"() {
        given:
        def gig = gig('mix.mute[1].toggles().pulse().to(synth)')

        expect:
        gig.plays('MIDI Mix', '90 01 7F', '80 01 7F').lights() == ['mute 1']
        gig.plays('MIDI Mix', '90 01 7F', '80 01 7F').lights() == []
    }
}
