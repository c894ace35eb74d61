package roadcase.importers.router

import spock.lang.Specification

class RangesSpec extends Specification {
    final findings = new Findings()

    private Ranges ranges(String notation) {
        Ranges.read(Json.read(/{"filterData1": "/ + notation + /"}/).fields().filterData1, findings)
    }

    def "#notation makes #value #result"() {
        expect:
        ranges(notation).of(value) == result

        where:
        notation             | value || result
        '[[5]]'              | 5     || 5
        '[[5]]'              | 6     || -1
        '[[5, 9]]'           | 5     || 9
        '[[19, 74, 19]]'     | 19    || 19
        '[[19, 74, 19]]'     | 74    || 74
        '[[19, 74, 31]]'     | 20    || 32
        '[[1, 3, 10, 16]]'   | 1     || 10
        '[[1, 3, 10, 16]]'   | 2     || 13
        '[[1, 3, 10, 16]]'   | 3     || 16
        '[[0, 127, 0, 255]]' | 63    || 126
        '[[0, 127, 0, 255]]' | 127   || 255
        '[[0, 127, 127, 0]]' | 63    || 64
        '[[0,127],[60,1]]'   | 60    || 1
        '[[60,1],[0,127,5]]' | 60    || 65
        '[]'                 | 0     || -1
        'what?'              | 0     || -1
    }

    def "what is no range matches nothing and is told with its place: #notation"() {
        when:
        def read = ranges(notation)

        then:
        read.takesNothing(0, 127)
        findings.lines().any { it.contains('filterData1 (line 1, column 17)') && it.contains(why) }

        where:
        notation              | why
        'what?'               | 'no list of ranges'
        '[[1 2]]'             | 'no list of ranges'
        '{}'                  | 'no list of ranges'
        '[5]'                 | 'is no range'
        '[[1, 2, 3, 4, 5]]'   | 'is no range'
        '[[1.5, 3]]'          | 'is no range'
        '[[99999999999]]'     | 'is no range'
        '[[74, 19, 19]]'      | '74 to 19 runs backwards'
    }

    def "a list that is written without quotes is taken, with a word"() {
        expect:
        Ranges.read(Json.read('[[1, 3, 10, 16]]'), findings).of(2) == 13
        findings.lines().any { it.startsWith('Corrected: ') && it.contains('as if it were a text') }
    }

    def "several ranges that do what one does are one"() {
        expect:
        ranges('[[0,63],[64,127,64]]').single(0, 127) == null
        ranges('[[0, 63, 0],[64, 127, 64]]').single(0, 127) == Stretch.same(0, 127)
        ranges('[[1, 1, 5],[2, 2, 6],[3, 3, 7]]').single(0, 127) == new Stretch(1, 3, 5, 7)
    }
}
