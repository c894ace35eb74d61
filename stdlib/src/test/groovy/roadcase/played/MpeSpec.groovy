package roadcase.played

import spock.lang.Specification

/** An MPE keyboard: each note on a channel of its own, and its bend, pressure and CC 74 with it. */
class MpeSpec extends Specification {
    static final String GEAR = '''\
        def board = input('Seaboard').mpe()
        def synth = output('Synth')
        def piano = output('Piano')
        '''.stripIndent()
    /** Fifteen channels besides the first: as a keyboard says when it begins. */
    static final List<String> CONFIGURATION = ['B0 65 00', 'B0 64 06', 'B0 06 0F', 'B0 26 00', 'B0 65 7F', 'B0 64 7F']
    /** Two notes with all that belongs to them, begun and ended in between. */
    static final List<String> TWO_NOTES = ['E1 00 40', 'D1 00', 'B1 4A 40', '91 24 50', 'E2 00 40', 'D2 10', 'B2 4A 30', '92 48 20',
        'E1 10 41', 'D2 40', 'B1 4A 51', '81 24 40', 'E2 7F 7F', '82 48 00', 'B0 40 7F', 'B0 40 00', 'E0 00 40']

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    def "a line leaves it whole: #words"() {
        given:
        def changed = TWO_NOTES.collect { it[0] in ['8', '9'] ? note(it) : it }.findAll { it != null }

        expect:
        gig("board.${words}.to(synth)").plays('Seaboard', *(CONFIGURATION + TWO_NOTES)).at(1).heard('Synth') == CONFIGURATION + changed
        Scripts.findings(GEAR + "board.${words}.to(synth)") == []

        where:
        words                              || note
        'ignoring(SYSEX)'                  || { it }
        'transpose(12)'                    || { String.format('%s %02X %s', it[0..1], Integer.parseInt(it[3..4], 16) + 12, it[6..7]) }
        "zone('All', 0..127)"              || { it }
        "zone('Bass', 0..47)"              || { it[3..4] == '24' ? it : null }
        'velocities(64..127)'              || { it[3..4] == '24' ? it : null }
        'velocity(1..127)'                 || { it }
        'onChannel(1..16)'                 || { it }
        'change { data1 36..36, 37 }'      || { it.replace(' 24 ', ' 25 ') }
        'after(1.ms).after(0.ms)'          || { it }
    }

    def "a split of it is two whole ones"() {
        given:
        def gig = gig('''
            board.zone('Bass', 0..59).to(synth)
            board.zone('Solo', 60..127).to(piano)
            ''')

        expect:
        gig.plays('Seaboard', *TWO_NOTES).heard('Synth') == TWO_NOTES - ['92 48 20', '82 48 00']
        gig.heard('Piano') == TWO_NOTES - ['91 24 50', '81 24 40']
    }

    def "what would part a note from its expression is told: #words"() {
        expect:
        Scripts.findings("def board = input('Seaboard').$mpe\nboard.${words}.to(output('Synth'))").collect { it.contains(told) } == (told ? [true] : [])

        where:
        mpe                       | words                                   || told
        'mpe()'                   | 'toChannel(2)'                          || "2: 'Seaboard' plays MPE, and this puts notes of several channels on one"
        'mpe()'                   | 'change { channel 1..16, 16..1 }'       || 'this puts notes of several channels on one'
        'mpe()'                   | 'onChannel(2..5)'                       || 'this takes some of its channels'
        'mpe()'                   | 'notes()'                               || 'this lets notes pass without their bends and pressure'
        'mpe()'                   | 'pitchBend()'                           || ''
        'mpe()'                   | 'onChannel(1..16)'                      || ''
        'mpe(lower: 7)'           | 'onChannel(1..8)'                       || ''
        'mpe(lower: 7)'           | 'onChannel(9)'                          || ''
        'mpe(lower: 7)'           | 'onChannel(1..7)'                       || 'this takes some of its channels'
        'mpe(lower: 7, upper: 7)' | 'onChannel(9..16)'                      || ''
        'mpe(upper: 7)'           | 'onChannel(10..16)'                     || 'this takes some of its channels'
    }

    def "a bank with a channel of its own parts them"() {
        expect:
        Scripts.findings('''
            def board = input('Seaboard').mpe()
            def synth = output('Synth')
            banks('Two') {
                next board.program(1)
                bank('A') { channel 3; board.to(synth) }
                bank 'B', channel: 4
            }
            '''.stripIndent()).findAll { it.contains('this puts notes of several channels on that of a bank') }.size() == 1
    }

    def "two of them on one output take each other's channels"() {
        expect:
        Scripts.findings(GEAR + "def other = input('Linnstrument').mpe()\nboard.to(synth)\nother.to(synth)") ==
                ["6: two MPE keyboards on 'Synth' would take each other's channels: give each an output of its own"]
    }

    def "a keyboard that says so itself is believed: #configuration.size() messages"() {
        given:
        def gig = Played.script("def board = input('Seaboard')\ndef synth = output('Synth')\nboard.toChannel(2).to(synth)\nboard.to(synth)")

        expect:
        gig.plays('Seaboard', *configuration).plays('Seaboard', *configuration).at(1).notes().size() == told
        !told || gig.notes()[0] == "'Seaboard' says that it plays MPE; line 3: this puts notes of several channels on one, so that a bend bends them all: leave the channels as they are, or take MPE off at the keyboard"

        where:
        configuration                                                            || told
        CONFIGURATION                                                            || 1
        CONFIGURATION.take(3)                                                    || 1
        CONFIGURATION.collect { it.replace(' 06 0F', ' 06 00') }                 || 0
        CONFIGURATION.collect { 'B4' + it[2..-1] }                               || 0
    }
}
