package roadcase.audio

import spock.lang.Specification

/** Lists as engine.h and slot.h describe them: texts that each end with NUL, and an empty one behind each record. */
class TextsSpec extends Specification {
    def "every record is read, also one whose last text is empty"() {
        given:
        def bytes = '0\0Shape\0\0\0001\0Detune\0cent\0\0'.getBytes('UTF-8')

        expect:
        Texts.records(bytes, bytes.length, 3) == [['0', 'Shape', ''], ['1', 'Detune', 'cent']]
        Texts.records(bytes, 0, 3) == []
    }

    def "what lies behind the length is not read"() {
        given:
        def bytes = 'jack\0\0\0alsa\0HDA\0\0'.getBytes('UTF-8')

        expect:
        Texts.records(bytes, 7, 2) == [['jack', '']]
        Texts.records(bytes, bytes.length, 2) == [['jack', ''], ['alsa', 'HDA']]
    }
}
