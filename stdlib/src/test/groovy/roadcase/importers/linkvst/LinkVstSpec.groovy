package roadcase.importers.linkvst

import roadcase.played.Played
import roadcase.rig.Memory.Entry
import roadcase.rig.SessionText
import roadcase.script.Importer.Imported
import spock.lang.Specification

/** A session of LinkVST as a gig. */
class LinkVstSpec extends Specification {
    final importer = new LinkVst({ ['device', 'lead'] as Set })

    static String sample(String name) { LinkVstSpec.getResource("/roadcase/importers/linkvst/$name").getText('UTF-8') }

    Imported read(String text) { importer.read(['session.json': text]) }

    def "#file becomes a gig that plays its slots"() {
        when:
        def imported = read(sample(file))
        def gig = Played.script(imported.gig())
        gig.plays('BeatStep Pro', '90 3C 64', '80 3C 40')

        then:
        gig.rack().findAll { it.startsWith('slot 1: ') } == ['slot 1: 90 3C 64', 'slot 1: 80 3C 40']
        imported.gig().contains("    instrument '/path/Synth.vst3'\n    effect     '/path/Delay.vst3'    // Delay\n    gain(-1.94.dB)\n")
        imported.gig().contains('clock(LINK, 120.bpm)')
        imported.remembered() == ['rack / Lead / mute': Entry.on(false), 'rack / Lead / solo': Entry.on(false)]
        imported.report()[0] == 'Made from 1 instrument, 1 effect of the master and 2 routes.'
        imported.report().any { it.contains('Channel 10 plays slot 3, which is empty') }
        imported.complete() == complete

        where:
        file                 || complete
        'session-v1.json'    || true
        'session-later.json' || false
    }

    def "what it does not play is said, and kept in the gig's session with the parameters"() {
        when:
        def imported = read(sample('session-later.json'))
        def session = SessionText.read(imported.session()).session()

        then:
        ['connections', 'link_enabled', 'sequences'].every { field -> imported.report().any { it.contains("not used: $field") } }
        session.beside().keySet() == ['connections', 'link_enabled', 'sequences'] as Set
        session.slot(1).instrument().parameters().cutoff.asDouble() == 0.5d
        session.overlay(false).isEmpty()
    }

    def "names are made fit, and quotes stay quotes"() {
        when:
        def text = imported('{"path": "/a/It\'s.vst3", "name": "Lead"}, {"path": "Poly", "name": "Lead"}, {"path": "Poly"}')

        then:
        text.contains("def leadSlot = rack.slot(1, 'Lead')") || text.contains("def lead2 = rack.slot(1, 'Lead')")
        text.contains("rack.slot(2, 'Lead 2')")
        text.contains("rack.slot(3, 'Poly')")
        text.contains("instrument '/a/It\\'s.vst3'")
    }

    private String imported(String slots) {
        def gig = read("{\"slots\": [$slots]}").gig()
        Played.script(gig)
        gig
    }

    def "`#text` gives no gig but a sentence: #said"() {
        when:
        def imported = read(text)

        then:
        imported.gig() == null
        imported.report()[0].contains(said)

        where:
        text                           || said
        ''                             || 'it is empty'
        '{"slots": ['                  || 'it is not JSON from line 1'
        '{"toggle_states": {}}'        || 'it is no session of LinkVST'
        '{"slots": []}'                || 'nothing is loaded and nothing routed'
        '{"slots": [{"path": 3}]}'     || 'nothing is loaded and nothing routed'
    }

    def "a session cut off or changed anywhere gives a gig that plays, or a sentence"() {
        given:
        def whole = sample('session-later.json')
        def random = new Random(3)

        expect:
        (1..60).every {
            def text = new StringBuilder(whole)
            int at = random.nextInt(text.length())
            if (it % 3 == 0) text.setLength(at)
            else text.replace(at, Math.min(text.length(), at + 1 + random.nextInt(3)), ['null', '9', '"', '-1', "'", '\\n'][random.nextInt(6)])
            def imported = read(text.toString())
            imported.gig() == null ? !imported.report()[0].isEmpty() : Played.script(imported.gig()) != null
        }
    }
}
