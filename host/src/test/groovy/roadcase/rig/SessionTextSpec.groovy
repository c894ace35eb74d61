package roadcase.rig

import roadcase.rig.Session.Slot
import roadcase.rig.plan.Overlay
import roadcase.rig.plan.Overlay.Insert
import roadcase.rig.plan.Overlay.Place
import spock.lang.Specification

/** A session's file, ours and LinkVST's. */
class SessionTextSpec extends Specification {
    static final String LATER = '''{
        "version": 1, "sample_rate": 44100, "buffer_size": 512, "bpm": 128.5, "master_gain": 0.5,
        "routing": {"1": 1, "10": 3},
        "slots": [{"path": "/path/Synth.vst3", "name": "Lead", "gain": 0.8, "muted": true, "solo": false, "params": {"cutoff": 0.5},
                   "effects": [{"path": "/path/Delay.vst3", "name": "Delay", "params": {"mix": 0.3}}], "kind": "plugin"},
                  null, {"kind": "sampler", "sample": "kick.wav"}, null, null, null, null, null],
        "master_effects": [{"path": "/path/Reverb.vst3", "name": "Reverb", "params": {}}],
        "sequences": [{"notes": ["D4"]}]}'''

    static SessionText.Read read(String text) { SessionText.read(text.getBytes('UTF-8')) }

    static String rewritten(String text) { new String(SessionText.write(read(text).session()), 'UTF-8') }

    def "what LinkVST saves is what we load, route and turn"() {
        when:
        def session = read(LATER).session()

        then:
        session.bpm() == 128.5d
        session.masterGain() == 0.5d
        session.slot(1).with { [it.gain(), it.muted(), it.solo()] } == [0.8d, true, false]
        session.slot(1).instrument().parameters().cutoff.asDouble() == 0.5d
        session.overlay(true) == new Overlay(new TreeMap([1: new Place('Lead', '/path/Synth.vst3', [new Insert('/path/Delay.vst3', 'Delay')])]),
                [new Insert('/path/Reverb.vst3', 'Reverb')], new TreeMap([1: 1, 10: 3]), null, null)
    }

    def "what it does not know is kept: fields, and a slot that it cannot play"() {
        when:
        def again = new com.fasterxml.jackson.databind.ObjectMapper().readValue(rewritten(LATER), Map)

        then:
        again.sequences == [[notes: ['D4']]]
        again.slots[0].kind == 'plugin'
        again.slots[2] == [kind: 'sampler', sample: 'kick.wav']
        again.slots[0].effects[0].params == [mix: 0.3]
        again.version == 1
    }

    def "written and read it is the same, states and all"() {
        given:
        def session = read(LATER.replace('"effects"', '"state": "AAEC/w==", "gain_in_script": -3, "effects"')
                .replace('"params": {}', '"params": {}, "in_script": true')).session()

        when:
        def text = SessionText.write(session)

        then:
        session.slot(1).instrument().state() == [0, 1, 2, -1] as byte[]
        session.slot(1).written() == -3d
        session.master()[0].written()
        SessionText.write(SessionText.read(text).session()) == text
    }

    def "what a script said is loaded only where there is no script"() {
        given:
        def session = read(LATER.replace('"effects"', '"gain_in_script": -3, "effects"').replace('"params": {}', '"params": {}, "in_script": true')).session()

        expect:
        session.overlay(false).with { it.slots().isEmpty() && it.master().isEmpty() && it.routing() == [1: 1, 10: 3] }
        session.overlay(true).with { it.slots().size() == 1 && it.master().size() == 1 }
    }

    def "`#text` is no session: #why"() {
        expect:
        SessionText.unusable(text.getBytes('UTF-8')).contains(why)

        where:
        text                                    || why
        ''                                      || 'it is empty'
        '[]'                                    || 'it is no session'
        '{"toggle_states": {}}'                 || 'it is no session'
        LATER.substring(0, 200)                 || 'it is not JSON from line'
        LATER + 'x'                             || 'it is not JSON'
        '{"version": 2, "slots": []}'           || 'newer version'
        '{"roadcase": 2, "slots": []}'          || 'newer version'
        'def rack = device(Rack)'               || 'it is not JSON'
    }

    def "a single wrong thing is said, and the rest is taken: #text"() {
        when:
        def read = read("{$text}")

        then:
        read.warnings().any { it.contains(said) }

        where:
        text                                                                   || said
        '"slots": [{"path": "A", "gain": "loud"}]'                             || 'slots[0].gain is "loud"; 0.8 was taken'
        '"slots": [{"path": "A", "gain": 9}]'                                  || 'slots[0].gain is 9'
        '"slots": [{"path": 7}]'                                               || 'slots[0] names no plugin'
        '"slots": ["A"]'                                                       || 'slots[0] is "A": the slot stays empty'
        '"slots": {}'                                                          || 'slots is an object'
        '"slots": [null,null,null,null,null,null,null,null,{"path":"A"}]'      || 'slots holds 9'
        '"slots": [], "routing": {"17": 1}'                                    || 'routing "17": 1 was left out'
        '"slots": [], "routing": {"1": 9}'                                     || 'slots 1 to 8'
        '"slots": [], "routing": {"0": 1}'                                     || 'routing "0"'
        '"slots": [], "bpm": true'                                             || 'bpm is true'
        '"slots": [{"path": "A", "muted": 1}]'                                 || 'slots[0].muted is 1; false was taken'
        '"slots": [{"path": "A", "state": "**"}]'                              || 'slots[0].state cannot be read'
        '"slots": [], "master_effects": [7]'                                   || 'master_effects[0] is 7'
    }

    def "text of any kind gives a session or half a sentence, never a fault"() {
        given:
        def random = new Random(7)

        expect:
        (1..3000).every {
            def text = new StringBuilder(LATER)
            (0..random.nextInt(6)).each {
                int at = random.nextInt(Math.max(1, text.length()))
                if (text.length() == 0) text << ' '
                switch (random.nextInt(4)) {
                    case 0: text.deleteCharAt(at); break
                    case 1: text.insert(at, '{}[]",:-0e.nul\\'[random.nextInt(15)]); break
                    case 2: text.setLength(Math.max(1, at)); break
                    default: text.setCharAt(at, (char) random.nextInt(300))
                }
            }
            def bytes = text.toString().getBytes('UTF-8')
            def why = SessionText.unusable(bytes)
            why != null ? !why.isBlank() : SessionText.read(SessionText.write(SessionText.read(bytes).session())) != null
        }
    }

    def "a factor in dB and back: #factor"() {
        expect:
        Math.abs(Session.factor(Session.decibels(factor)) - factor) < 1e-9

        where:
        factor << [0.001d, 0.5d, 0.8d, 1d, 3d]
    }

    def "silence is silence"() {
        expect:
        Session.decibels(0d) == -90d
        Session.factor(-90d) == 0d
    }
}
