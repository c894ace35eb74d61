package roadcase.stage

import java.nio.file.Files
import spock.lang.Requires

/** A gig with real plugins on a real JACK server: those of native/fixtures, and zam-plugins where they are installed. */
@Requires({ OnRack.havePlugins() })
class PluginsOnJackSpec extends OnRack {
    private static final int TOP_1 = 16, MID_1 = 17, LOW_1 = 18
    private static final String HEAD = '''
        def mix  = device(MidiMix)
        def out  = virtualOutput('Masterator OUT')
        def keys = virtualInput('Keys')
        def rack = device(Rack)
        rack.session 'tour'
        mix.mute[2].toggles().to(out)
        '''.stripIndent()
    private static final String TWO = HEAD + '''
        def lead = rack.slot(1, 'Lead') {
            instrument 'fixture-sine'
            effect     'fixture-gain'
        }
        def bass = rack.slot(2, 'Bass') { instrument 'fixture-sine' }
        keys.onChannel(1).to(lead)
        keys.onChannel(2).to(bass)
        mix.knobs[1].to(lead.parameter('Amount'))
        mix.knobs[9].to(lead.effect('fixture-gain').parameter(1))
        mix.faders[1].to(bass.gain)
        '''.stripIndent()

    private void playTwo(String... options) {
        install('sine', 'gain', 'spoiler', 'crasher', 'hanger', 'slow')
        playRack(TWO, options)
    }

    /** How loud the slot of the first channel is: its sine is a half times its Amount, then goes through its gain. */
    private void untilHeard(double level) {
        List<Double> all = []
        until("it is as loud as $level and not as ${ -> all }") {
            host.says('90 45 64')
            all << heard.round(3)
            Math.abs(all.last() - level) < 0.02
        }
    }

    def "plugins are found by their names, and knobs of a MIDImix move what they turn"() {
        given:
        playTwo()

        expect: 'as they start: a sine, its effect halves it'
        untilHeard(0.25)
        show.said.any { it ==~ /\d+ plugins are known.*/ }

        when: 'the effect is turned up, by its number; the instrument down, by its name'
        unit.turn(MID_1, 127)
        untilHeard(0.5)
        unit.turn(TOP_1, 64)

        then:
        untilHeard(0.252)

        when: 'the show ends and begins again'
        assert show.end() == 128 + 15
        playRack(TWO)

        then: 'what was turned is as it was'
        untilHeard(0.252)
        show.said.every { !it.contains('Looking for plugins') && !it.contains('Exception') }
    }

    def "a reload moves and changes effects of one slot while a note of another sounds on, and a slow one comes when it is ready"() {
        given:
        playTwo()
        untilHeard(0.25)
        host.says('80 45 40')
        def moved = TWO.replace("effect     'fixture-gain'", "effect 'fixture-slow'\n    effect 'fixture-gain'")
        def texts = [moved, TWO]

        expect: 'tried again where this machine itself missed a block'
        until('the note of the second slot is never interrupted') {
            host.says('91 45 64')
            def next = texts.pop()
            texts.push(next == TWO ? moved : TWO)
            int before = show.said.count { it.startsWith('Reloaded') }
            def samples = recorded(6) {
                Files.writeString(gig, next)
                until('it is reloaded') { show.said.count { it.startsWith('Reloaded') } > before }
            }
            host.says('81 45 40')
            def each = loudness(samples).drop(50)
            each.size() > 200 && each.every { it > 0.4 && it < 0.6 }
        }

        when:
        Files.writeString(gig, moved)

        then: 'the effect that stayed was never loaded anew, and the slow one passes everything on'
        untilHeard(0.25)
        show.said.every { !it.contains('Exception') && !it.contains('goes without') }
    }

    def "a plugin that crashes, and one that hangs, cost a moment each, and are left out after three times"() {
        given:
        playTwo()
        untilHeard(0.25)
        Files.writeString(gig, TWO.replace("effect     'fixture-gain'", "effect 'fixture-gain'\n    effect 'fixture-$kind'")
                + "mix.knobs[17].to(lead.effect('fixture-$kind').parameter('Amount'))\n")
        until('it is reloaded') { show.hasSaid('Reloaded') }
        untilHeard(0.25)

        when:
        unit.turn(LOW_1, 127)

        then:
        until('it is blamed') {
            show.said.any { it.contains("slot 1 'Lead': 'fixture-$kind' was at work when the sound engine died") }
        }
        until('it is left out') {
            show.said.any { it.contains("'fixture-$kind' was to blame 3 times and is left out until it is loaded anew") }
        }
        until('MIDI goes on') {
            host.heard.clear()
            unit.tap(4)
            host.heard.contains('90 04 7F')
        }
        untilHeard(0.25)
        until('the other slot sounds too') {
            host.says('80 45 40')
            host.says('91 45 64')
            Math.abs(heard - 0.5) < 0.02
        }

        where:
        kind << ['crasher', 'hanger']
    }

    def "what is no plugin, or none for this machine, is a sentence, and a slot without it; one that gives no numbers is muted"() {
        given:
        def elsewhere = home.resolve('Elsewhere.vst3/Contents/sparc-linux')
        Files.createDirectories(elsewhere)
        Files.writeString(elsewhere.resolve('Elsewhere.so'), 'x')
        install('sine', 'spoiler')
        playRack(HEAD + """
            def lead = rack.slot(1, 'Lead') { instrument 'fixture-sine' }
            rack.slot(2, 'Text') { instrument '${gig}' }
            rack.slot(3, 'Strange') {
                instrument 'Elsewhere.vst3'
                effect     'Nobody Made This'
            }
            def bad = rack.slot(4, 'Bad') {
                instrument 'fixture-sine'
                effect     'fixture-spoiler'
            }
            keys.onChannel(1).to(lead)
            keys.onChannel(2).to(bad)
            mix.knobs[1].to(bad.effect('fixture-spoiler').parameter('Amount'))
            mix.knobs[2].to(lead.parameter('Amuont'))
            """.stripIndent())

        expect:
        until('each is said') {
            show.said.any { it.contains("slot 2 'Text' stays silent, without '") && it.contains('is no plugin that can be played here') }
                    && show.said.any { it.contains("slot 3 'Strange' stays silent, without 'Elsewhere.vst3'") && it.contains('sparc-linux') }
                    && show.said.any { it.contains("slot 3 'Strange' goes without 'Nobody Made This'") }
                    && show.said.any { it.contains("'fixture-sine' has no parameter 'Amuont'; did you mean 'Amount'?") }
        }

        when:
        host.says('91 45 64')
        unit.turn(TOP_1, 127)

        then:
        until('it is muted, and said') { show.said.any { it.contains("slot 4 'Bad' is muted for a moment: fixture-spoiler") } }
        untilHeard(0.5)
    }

    def "what a plugin knows is back after a crash of everything, unless it is spoilt or the show begins afresh"() {
        given:
        playTwo()
        untilHeard(0.25)
        unit.turn(MID_1, 127)
        untilHeard(0.5)
        host.says('80 45 40')
        long turned = System.currentTimeMillis()

        when: 'nothing sounds for a moment'
        until('its state is on disk') { states.any { it.name.contains('fixture-gain') && it.lastModified() > turned } }
        crash()
        forgetParameters()
        // Nothing in this script says how the effect stands: only its state knows.
        def silent = TWO.readLines().findAll { !it.contains('mix.knobs[9]') }.join('\n')
        playRack(silent)

        then:
        untilHeard(0.5)

        when:
        crash()
        forgetParameters()
        def shelf = new roadcase.files.Shelf(folderOfStates, 256)
        assert shelf.write('tour / Lead / fixture-gain', 'this is no state of anybody'.bytes) == null
        playRack(silent)

        then:
        until('it is said') {
            show.said.any { it.contains("slot 1 'Lead': what 'fixture-gain' knew from the last time does not fit it, so it begins anew") }
        }
        untilHeard(0.25)

        when:
        unit.turn(TOP_1, 64)
        untilHeard(0.126)
        assert show.end() == 128 + 15
        playRack(silent, '--fresh')

        then:
        untilHeard(0.25)
    }

    /** The engine plays on for ten seconds, under JACK's name for us. */
    private void crash() {
        show.kill()
        until('the engine has ended too') { !ports.any { it.startsWith('Roadcase') } }
    }

    /** A session knows how parameters stand, too, and would bring them back without the state. */
    private void forgetParameters() {
        ['tour.json', 'tour.json.last'].each { Files.deleteIfExists(folderOfStates.resolveSibling(it)) }
    }

    private java.nio.file.Path getFolderOfStates() { home.resolve('state/roadcase/sessions/tour.plugins') }

    private List<File> getStates() { folderOfStates.toFile().listFiles()?.toList() ?: [] }

    @Requires({ new File('/usr/lib/vst3/ZamDelay.vst3').exists() })
    def "effects of other makers are found by name, played and turned by name"() {
        given:
        install('sine')
        playRack(HEAD + """
            def lead = rack.slot(1, 'Lead') {
                instrument 'fixture-sine'
                sound      'Half'
                effect     'ZamDelay'
            }
            rack.master {
                effect 'ZamEQ2'
            }
            keys.to(lead)
            mix.knobs[1].to(lead.effect('ZamDelay').parameter('Output Gain'))
            mix.knobs[9].to(lead.effect('ZamDelay').parameter('Dry/Wet'))
            mix.knobs[17].to(rack.master.effect('ZamEQ2').parameter('Master Gain'))
            """.stripIndent())
        unit.turn(MID_1, 0)

        expect: 'the sound that the script names, not the start of the instrument'
        untilHeard(0.25)

        when:
        unit.turn(TOP_1, 0)

        then:
        until('the delay is shut') { heard < 0.01 }

        when:
        unit.turn(TOP_1, 127)
        untilHeard(0.25)
        unit.turn(LOW_1, 0)

        then: 'its lowest is 12 dB below'
        until('the equaliser of the master is at its lowest') { heard.with { it > 0.045 && it < 0.085 } }
        show.said.every { !it.contains('has no parameter') && !it.contains('goes without') && !it.contains('stays silent') }
    }
}
