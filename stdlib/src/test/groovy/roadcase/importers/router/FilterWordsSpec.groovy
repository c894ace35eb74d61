package roadcase.importers.router

import com.fasterxml.jackson.databind.json.JsonMapper
import spock.lang.Specification

class FilterWordsSpec extends Specification {
    static final ANY = '[[0, 127, 0]]'
    static final CHANNELS = '[[1, 16, 1]]'

    final findings = new Findings()

    private Way way(Map with, boolean systemIsIgnored = true) {
        Map all = [filterType: 4, name: '', conditionAction: 1, filterChannel: CHANNELS, filterEvents: '[[8, 14, 8]]',
                   filterData1: ANY, filterData2: ANY] + with
        def json = Json.read(new JsonMapper().writeValueAsString(all))
        def condition = new ChainReader(findings).filters([json])[0] as Condition
        new FilterWords(systemIsIgnored, [] as Set, findings).of(condition)
    }

    private static String shown(Way way) {
        way.closed ? 'nothing passes' : way.words().join('.').replaceAll(/\s+/, ' ')
    }

    def "the simplest words for #with are #words"() {
        expect:
        shown(way(with)) == words

        where:
        with                                                                          || words
        [:]                                                                           || ''
        [filterChannel: '[[0, 16, 0]]']                                               || ''
        [filterChannel: '[[6]]']                                                      || 'onChannel(6)'
        [filterChannel: '[[6, 6]]']                                                   || 'onChannel(6)'
        [filterChannel: '[[1, 4, 1]]']                                                || 'onChannel(1..4)'
        [filterChannel: '[[1, 6]]']                                                   || 'onChannel(1).toChannel(6)'
        [filterChannel: '[[0, 16, 3, 3]]']                                            || 'toChannel(3)'
        [filterEvents: '[[8], [9]]']                                                  || 'notes()'
        [filterEvents: '[[8], [9]]', filterData1: '[[35, 74, 35]]']                   || 'notes(35..74)'
        [filterEvents: '[[8], [9]]', filterData1: '[[35, 74, 47]]']                   || 'notes(35..74).transpose(12)'
        [filterEvents: '[[8], [9]]', filterData1: '[[35, 74, 23]]', filterChannel: '[[1, 2]]'] || 'onChannel(1).notes(35..74).transpose(-12).toChannel(2)'
        [filterEvents: '[[8], [9]]', filterData1: '[[36, 40, 60, 68]]']               || 'notes(36..40).becomes(notes(60..68))'
        [filterEvents: '[[8], [9]]', filterData1: '[[36, 40, 60, 60]]']               || 'notes(36..40).becomes(note(60))'
        [filterEvents: '[[8], [9]]', filterData2: '[[40, 127, 40]]']                  || 'notes().velocities(40..127)'
        [filterEvents: '[[8], [9]]', filterData2: '[[1, 127, 40, 110]]']              || 'notes().velocity(40..110)'
        [filterEvents: '[[8], [9]]', filterData2: '[[0, 127, 1, 100]]']               || 'only { events NOTE_OFF, NOTE_ON data2 0..127, 1..100 }'
        [filterEvents: '[[9]]', filterData1: '[[73]]']                                || 'noteOn(73)'
        [filterEvents: '[[8]]', filterData1: '[[73]]']                                || 'noteOff(73)'
        [filterEvents: '[[9]]']                                                       || 'only { events NOTE_ON }'
        [filterEvents: '[[10]]']                                                      || 'keyAftertouch()'
        [filterEvents: '[[11]]']                                                      || 'cc(0..127)'
        [filterEvents: '[[11]]', filterData1: '[[7]]']                                || 'cc(7)'
        [filterEvents: '[[11]]', filterData1: '[[7, 11]]']                            || 'cc(7).becomes(cc(11))'
        [filterEvents: '[[11]]', filterData1: '[[16, 23, 40]]']                       || 'cc(16..23).becomes(cc(40..47))'
        [filterEvents: '[[11]]', filterData1: '[[7]]', filterData2: '[[0, 127, 20, 100]]'] || 'cc(7).scale(0..127, 20..100)'
        [filterEvents: '[[11]]', filterData1: '[[7]]', filterData2: '[[64]]']         || 'cc(7).exactly(64)'
        [filterEvents: '[[11]]', filterData1: '[[7]]', filterData2: '[[64, 127, 64]]'] || 'cc(7).above(63)'
        [filterEvents: '[[11]]', filterData1: '[[7]]', filterData2: '[[0, 19, 0]]']   || 'cc(7).below(20)'
        [filterEvents: '[[11, 100]]', filterData1: '[[19, 8]]', filterData2: '[[0, 127, 0, 255]]', filterChannel: '[[6, 6]]'] || 'onChannel(6).cc(19).becomes(nrpn(8, 0..255))'
        [filterEvents: '[[11, 12]]', filterData1: '[[20]]', filterData2: '[[0, 127, 0, 7]]'] || 'cc(20).becomes(program(0..7))'
        [filterEvents: '[[12]]']                                                      || 'programs()'
        [filterEvents: '[[12]]', filterData1: '[[5]]']                                || 'program(5)'
        [filterEvents: '[[12]]', filterData1: '[[5, 9]]']                             || 'program(5).becomes(program(9))'
        [filterEvents: '[[13]]']                                                      || 'aftertouch()'
        [filterEvents: '[[13, 11]]', filterData1: '[[0, 127, 1, 1]]']                 || 'aftertouch().becomes(cc(1))'
        [filterEvents: '[[14]]']                                                      || 'pitchBend()'
        [filterEvents: '[[14, 11]]', filterData1: '[[0, 127, 1, 1]]']                 || 'pitchBend().becomes(cc(1))'
        [filterEvents: '[[100]]', filterData1: '[[8]]', filterData2: '[[0, 16383, 0]]'] || 'nrpn(8)'
        [filterEvents: '[[100, 11]]', filterData1: '[[8, 74]]', filterData2: '[[0, 16383, 0, 127]]'] || 'nrpn(8).becomes(cc(74, 0..127))'
        [filterEvents: '[[9], [11]]']                                                 || 'only { events NOTE_ON, CC }'
        [filterEvents: '[[9, 11], [8, 11]]', filterData1: '[[60, 74]]']               || 'only { events NOTE_OFF, NOTE_ON becomes CC data1 60, 74 }'
        [filterEvents: '[[9, 11], [8]]', filterData1: '[[60, 74]]']                   || 'only { events([[8], [9, 11]]) data1 60, 74 }'
        [conditionAction: 2, filterEvents: '[[10]]']                                  || 'drop { events KEY_AFTERTOUCH }'
        [conditionAction: 2, filterEvents: '[[11]]', filterData1: '[[1, 5]]']         || 'drop { events CC data1 1 }'
        [conditionAction: 2]                                                          || 'nothing passes'
        [conditionAction: 2, filterEvents: '[]']                                      || ''
        [conditionAction: 1, filterEvents: '[]']                                      || 'nothing passes'
        [conditionAction: 0, filterEvents: '[]', filterChannel: '[[1, 6]]']           || ''
        [conditionAction: 0, filterChannel: '[[1, 6]]']                               || 'change { channel 1, 6 }'
        [conditionAction: 0, filterChannel: '[[1, 16, 6, 6]]']                        || 'toChannel(6)'
        [conditionAction: 0, filterData1: '[[19, 74, 31]]']                           || 'change { data1 19..74, 31 }'
        [conditionAction: 0, filterData1: '[[19, 74, 19]]']                           || ''
    }

    def "a filter that changes nothing still stops system messages where the input lets them in"() {
        expect:
        shown(way([:], false)) == 'onChannel(1..16)'
        shown(way([filterEvents: '[[8], [9]]'], false)) == 'notes()'
        shown(way([filterChannel: '[[0, 16, 3, 3]]'], false)) == 'onChannel(1..16).toChannel(3)'
    }

    def "a target that MIDI cannot carry is made to fit, with a word: #with"() {
        expect:
        shown(way(with)) == words
        findings.lines().any { it.startsWith('Corrected: ') && it.contains(why) }

        where:
        with                                                          || words                                  | why
        [filterEvents: '[[8], [9]]', filterData2: '[[0, 127, 0, 255]]'] || 'notes()'                             | '[0, 127, 0, 255] leaves 0 to 127'
        [filterEvents: '[[8], [9]]', filterData1: '[[0, 127, 12]]']   || 'notes(0..115).transpose(12)'           | '[0, 127, 12] leaves 0 to 127'
        [filterEvents: '[[11]]', filterData1: '[[7, 200]]']           || 'nothing passes'                       | 'makes no number between 0 and 127'
        [filterChannel: '[[16, 17]]']                                 || 'nothing passes'                       | 'makes no channel between 1 and 16'
        [filterEvents: '[[9, 3]]']                                    || 'nothing passes'                       | 'event 9 would become 3'
        [filterEvents: '[[14]]', filterData1: '[[5]]']                || 'pitchBend()'                          | 'a pitch bend has no number'
        [filterEvents: '[[12]]', filterData2: '[[5]]']                || 'programs()'                           | 'have one number'
    }

    def "8 and 9 are what MIDI says, and the report tells it where it matters"() {
        when:
        way(filterEvents: events)

        then:
        findings.lines().any { it.contains('the other way round') } == told

        where:
        events       || told
        '[[8]]'      || true
        '[[9]]'      || true
        '[[8], [9]]' || false
        '[[11]]'     || false
    }
}
