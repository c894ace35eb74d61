package roadcase.importers

import roadcase.rig.Memory.Entry
import roadcase.script.Importer.Imported
import spock.lang.Specification

class MasteratorSpec extends Specification {
    final importer = new Masterator()

    private Imported read(Map<String, String> files) {
        importer.read(files)
    }

    private static String sample(String bank) {
        MasteratorSpec.getResource("/roadcase/importers/masterator/Bank ${bank}.json").getText('UTF-8')
    }

    private static final String EMPTY = '{"toggle_states": {}, "cc_values": {}}'

    def "four real bank files are taken over whole"() {
        when:
        def imported = read('ABCD'.toList().collectEntries { ["Bank ${it}.json".toString(), sample(it)] })

        then:
        imported.complete()
        imported.remembered().size() == 4 * (32 + 32)
        imported.remembered()['Masterator / A / low 3'] == Entry.value(2)
        imported.remembered()['Masterator / D / recArm 8 / holding soloKey'] == Entry.on(false)
        imported.report().any { it.contains('channels 2 to 5') && it.contains('1 to 4') }
        imported.report().any { it.contains('CC 127') && it.contains('CC 62') }
    }

    def "a note or a CC of its map is #control of the gig"() {
        expect:
        read('Bank B.json': """{"toggle_states": {$toggle}, "cc_values": {$cc}}""".toString()).remembered() == [(control): entry]

        where:
        toggle       | cc         || control                                        | entry
        '"1": true'  | ''         || 'Masterator / B / mute 1'                      | Entry.on(true)
        '"23": true' | ''         || 'Masterator / B / solo 8'                      | Entry.on(true)
        '"6": true'  | ''         || 'Masterator / B / recArm 2'                    | Entry.on(true)
        '"38": true' | ''         || 'Masterator / B / recArm 2 / holding soloKey'  | Entry.on(true)
        ''           | '"46": 99' || 'Masterator / B / top 5'                       | Entry.value(99)
        ''           | '"61": 5'  || 'Masterator / B / fader 8'                     | Entry.value(5)
    }

    def "what cannot be taken over is reported and the rest is taken: #why"() {
        when:
        def imported = read('Bank A.json': text, 'Bank B.json': EMPTY, 'Bank C.json': EMPTY,
                'Bank D.json': '{"toggle_states": {"1": true}}')

        then:
        !imported.complete()
        imported.report().any { it.startsWith('Left out: Bank A.json: ') && it.contains(why) }
        imported.remembered()['Masterator / D / mute 1'] == Entry.on(true)

        where:
        text                                          | why
        '{"toggle_states": {'                         | 'it is not JSON'
        ''                                            | 'it holds no bank'
        '[1, 2]'                                      | 'it holds no bank'
        '{"toggle_states": {"99": true}}'             | 'note 99 is no button'
        '{"toggle_states": {"1": 1}}'                 | 'note 1 is 1, neither true nor false'
        '{"cc_values": {"16": 200}}'                  | 'CC 16 is 200; values are 0 to 127'
        '{"cc_values": {"16": "x"}}'                  | 'CC 16 is "x"; values are 0 to 127'
        '{"cc_values": {"5": 1}}'                     | 'CC 5 is no knob or fader'
    }

    def "a missing bank starts with its defaults and is named"() {
        expect:
        read('Bank A.json': EMPTY, 'Bank B.json': EMPTY, 'Bank D.json': EMPTY, 'notes.json': '{}').report().findAll {
            it.startsWith('Left out')
        } == ['Left out: notes.json: its name is not Bank A.json to Bank D.json',
              'Left out: Bank C: there is no file for it; it starts with its defaults']
    }
}
