package roadcase.importers.router

import spock.lang.Specification

class JsonSpec extends Specification {
    def "a value knows its path, line and column"() {
        when:
        def json = Json.read('{\n  "presets": [\n    {"name": "A"},\n    {"name": "B"}\n  ]\n}')

        then:
        json.fields().presets.items()[1].fields().name.place == new Place('presets[1].name', 4, 14)
        json.place.toString() == 'the file (line 1, column 1)'
    }

    def "what documents write is forgiven: #text"() {
        expect:
        Json.read(text).fields().splitRangeId.number() == 1

        where:
        text << ['"splitRangeId": 1', '  "splitRangeId": 1,\n', '{"splitRangeId": 1, // the middle\n}', '{"splitRangeId": 1.0}',
                 '{"splitRangeId": 5, "splitRangeId": 1}']
    }

    def "broken JSON is told with line and column: #text"() {
        when:
        Json.read(text)

        then:
        def e = thrown(Json.Broken)
        e.message.contains(said)
        !e.message.contains('com.fasterxml')
        !e.message.contains('\n')

        where:
        text                            || said
        ''                              || 'it is empty'
        ' \n '                          || 'it is empty'
        '{"a": }'                       || 'line 1, column 7'
        '{"a": 1\n "b": 2}'             || 'line 2, column 2'
        '{"a": 1'                       || 'line 1'
        '{} {}'                         || 'there is more after its end'
        'nonsense'                      || 'line 1'
        '[' * 2000                      || 'line 1'
        '{"a": ' + '9' * 500 + '}'      || 'line 1'
        '"a": tru'                      || 'line 1, column'
    }

    def "numbers that no int holds are no numbers"() {
        expect:
        Json.read('{"a": 99999999999}').fields().a.number() == null
        Json.read('{"a": 1e300}').fields().a.number() == null
        Json.read('{"a": 123456789012345678901234567890}').fields().a.number() == null
        Json.read('{"a": 2.5}').fields().a.number() == null
    }
}
