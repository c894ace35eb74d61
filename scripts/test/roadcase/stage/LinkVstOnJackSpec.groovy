package roadcase.stage

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup

/** Started without a gig Roadcase is LinkVST: what its document types, typed on a real JACK server; and what is back the next time. */
class LinkVstOnJackSpec extends OnJack {
    @AutoCleanup Peer sequencer = new Peer(jack, 'Arturia BeatStep Pro')

    private PlayedShow without(String... options) {
        show = new PlayedShow(jack.name, home, '--midi', 'jack', *options)
        things << show
        until('it plays') { show.hasSaid('Sound through') }
        show
    }

    /** Types a line, and gives back what is said until the answer to the next one, which is a mistake on purpose. */
    private List<String> typed(String line) {
        int before = show.said.size()
        int marks = show.said.count { it == '`unload` takes a slot' } as int
        show.type(line)
        show.type('unload')
        until("'$line' is answered") { show.said.count { it == '`unload` takes a slot' } > marks }
        show.said.drop(before).findAll { it != '`unload` takes a slot' }
    }

    private int number(String port) {
        typed('midi_ports').findResult { (it =~ /\s*\[(\d+)\] .*$port.*/).with { m -> m.matches() ? m[0][1] as int : null } }
    }

    private double getHeard() {
        def audio = ports.find { it ==~ /Roadcase sound.*:left/ }
        if (audio == null) return 0
        def file = home.resolve("heard-${System.nanoTime()}.wav")
        jack.run('jack_rec', '-f', file.toString(), '-d', '1', '-b', '16', audio)
        if (!Files.exists(file) || Files.size(file) < 100) return 0
        def bytes = java.nio.ByteBuffer.wrap(Files.readAllBytes(file)).order(java.nio.ByteOrder.LITTLE_ENDIAN)
        bytes.position(44)
        int most = 0
        while (bytes.remaining() > 1) most = Math.max(most, Math.abs((int) bytes.getShort()))
        most / 32768d
    }

    private Path getSession() { home.resolve('state/roadcase/sessions/session.json') }

    private Map getKept() { Files.exists(session) ? new com.fasterxml.jackson.databind.ObjectMapper().readValue(session.toFile(), Map) : [:] }

    def "the quick start and the examples of its document, line by line"() {
        given:
        plugIn()
        without()

        expect: 'dependencies and hardware'
        typed('deps').any { it.contains('Java') }
        typed('devices') == ['  [0] jack', '  [1] none']

        and: 'MIDI by number and by name'
        typed("midi_seq ${number('BeatStep')}          # Beatstep Pro") == ['  sequencer = Arturia BeatStep Pro; `route 1 1` leads its channel 1 to slot 1']
        typed('midi_mix "MIDI Mix"') == ['  mixer = MIDI Mix; strip 1 mixes slot 1, strip 2 slot 2, and so on']

        and: 'instruments, routes, effects'
        typed('load 1 Poly Lead') == ['  slot 1 = Lead']
        typed('load 2 Poly Bass') == ['  slot 2 = Bass']
        typed('load 3 Poly Drums') == ['  slot 3 = Drums']
        typed('route 1 1           # BSP Seq1 channel -> slot 1 (Lead)') == ['  ch 1 -> slot 1 (Lead)']
        typed('route 2 2') == ['  ch 2 -> slot 2 (Bass)']
        typed('route 10 3') == ['  ch 10 -> slot 3 (Drums)']
        typed('load 4 /path/to/Synth.vst3 Lead')[0].contains('There is no plugin /path/to/Synth.vst3')
        typed('routing') == ['  ch 1 -> slot 1 (Lead)', '  ch 2 -> slot 2 (Bass)', '  ch 10 -> slot 3 (Drums)']

        and: 'audio, Link, and the sequencer plays'
        typed('audio_start').any { it.contains('jack, playing') }
        typed('link 120').every { !it.contains('no command') }
        typed('tempo 135').every { !it.contains('no command') }
        typed('unlink').every { !it.contains('no command') }
        until('the sequencer is heard') {
            sequencer.says('90 3C 64')
            heard > 0.01
        }

        when: 'the mixer mutes slot 1, with its light'
        unit.tap(1)

        then:
        until('it is muted') { heard < 0.001 }
        until('and lit') { unit.lit.contains(1) }

        when:
        unit.tap(1)
        sequencer.says('80 3C 40')

        then:
        until('the note is over') { heard < 0.001 }

        and: 'a parameter, a solo and a test note'
        typed('params 1')[0].startsWith('  1  Shape = 0.0  (range 0.000 .. 1.000)')
        typed('set 1 shape 0.75')[0].startsWith('  Shape = 0.75')
        typed('solo 1') == ["slot 1 'Lead': SOLO"]
        typed('note 1 48 80 1000') == []
        typed('solo 1') == ["slot 1 'Lead': unsoloed"]
        typed('gain 2 0.5') == ["slot 2 'Bass': -6.0 dB"]
        typed('master 0.8') == ['the master: -1.9 dB']

        and: 'all of it at a glance, kept and taken out again'
        typed('status').with { all ->
            ['gig      session', 'slot 1 Lead: Poly', 'slot 2 Bass: Poly, -6.0 dB', '  ch 10 -> slot 3 (Drums)', 'session  '].every { part -> all.any { it.startsWith(part) } }
        }
        typed('save backup.json')[0].startsWith('Saved to ')
        typed('unroute 10') == ['  ch 10: no route']
        typed('unload 3') == ['  slot 3 is empty']
        typed('restore backup.json')[-1].endsWith('3 slots, 0 effects of the master, 3 routes.')
        typed('routing')[2] == '  ch 10 -> slot 3 (Drums)'
        typed('audio_stop')[-1] == 'Nothing is heard until `audio_start`.'
        show.type('exit')
        show.code() == 0
        show.said.every { !it.contains('Exception') }
    }

    def "what was saved is back after a kill; ports are not, nor is a session that is not wanted"() {
        given:
        without()
        typed('load 1 Poly Lead')
        typed('load 2 Poly Bass')
        typed('route 3 2')
        typed('midi_seq BeatStep')
        typed('set 1 Shape 0.75')
        typed('gain 1 0.5')
        typed('mute 2')
        until('it is on the disk') { kept.slots?.getAt(0)?.params?.Shape == 0.75 && kept.slots[1]?.muted && kept.slots[0].gain == 0.5 && kept.routing == ['3': 2] }

        when:
        show.kill()
        without()

        then:
        typed('slots').with { it[0].startsWith('slot 1 Lead: Poly, -6.0 dB') && it[1].startsWith('slot 2 Bass: Poly, 0.0 dB, MUTE') }
        until('the parameter is back') { typed('params 1')[0].startsWith('  1  Shape = 0.75') }
        typed('routing') == ['  ch 3 -> slot 2 (Bass)  waits for midi_seq']

        when:
        show.type('quit')
        show.code()
        without('--session', home.resolve('other.json').toString(), '--seq-midi', 'BeatStep')

        then:
        until('the option is done') { show.hasSaid('  sequencer = Arturia BeatStep Pro') }
        typed('slots')[0] == 'slot 1: empty'

        when:
        show.type('quit')
        show.code()
        without('--no-restore')

        then:
        typed('slots')[0] == 'slot 1: empty'
    }

    def "a session of LinkVST with plugins that this machine has not: said, silent, and nothing of it lost"() {
        given:
        Files.createDirectories(session.parent)
        Files.writeString(session, '''{"version": 1, "bpm": 90.0, "master_gain": 0.5, "routing": {"1": 1},
            "slots": [{"path": "/path/Synth.vst3", "name": "Lead", "gain": 0.8, "muted": false, "solo": true, "params": {"cutoff": 0.5},
                "effects": []}, null, null, null, null, null, null, null],
            "master_effects": [], "sequences": [null]}''')
        without()

        expect:
        until('it is said') { show.said.any { it.contains("slot 1 'Lead' stays silent, without '/path/Synth.vst3'") } }
        typed('slots')[0].startsWith('slot 1 Lead: /path/Synth.vst3, -1.9 dB, SOLO')
        typed('tempo').any { it.contains('90') }

        when:
        typed('load 2 Poly')

        then:
        until('the file has both') { kept.slots?.getAt(1)?.path == 'Poly' }
        kept.slots[0].with { [it.path, it.params, it.solo, it.gain] } == ['/path/Synth.vst3', [cutoff: 0.5], true, 0.8]
        kept.sequences == [null]
    }
}
