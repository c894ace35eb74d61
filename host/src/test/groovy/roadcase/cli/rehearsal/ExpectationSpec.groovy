package roadcase.cli.rehearsal

import spock.lang.Specification

class ExpectationSpec extends Specification {
    static final A1 = '{"t":0.000,"port":"A","midi":"90 01 7F"}'
    static final A2 = '{"t":0.000,"port":"A","midi":"80 01 00"}'
    static final B1 = '{"t":0.000,"port":"B","midi":"90 01 7F"}'

    private static List<String> differences(List<String> wanted, List<String> got) {
        Expectation.read(new ByteArrayInputStream(wanted.join('\n').getBytes('UTF-8'))).differences(got)
    }

    def "order counts within a port and not between ports"() {
        expect:
        differences([A1, A2, B1], [B1, A1, A2]) == []
        differences([A1, A2, B1], [B1, A2, A1]).size() == 1
    }

    def "how a number or an object is written makes no difference"() {
        expect:
        differences(['{"port":"A", "midi":"90 01 7F", "t":0.5}'], ['{"t":0.500,"port":"A","midi":"90 01 7F"}']) == []
    }

    def "what is missing, too much or different is said with its line"() {
        expect:
        differences([A1, A2], [A1]) == ['A: expected (line 2) {"t":0.0,"port":"A","midi":"80 01 00"} but nothing more came']
        differences([A1], [A1, B1]) == ['B: nothing more was expected but {"t":0.0,"port":"B","midi":"90 01 7F"} came']
        differences([A1], [A2]) == ['A: expected (line 1) {"t":0.0,"port":"A","midi":"90 01 7F"} but {"t":0.0,"port":"A","midi":"80 01 00"} came']
    }

    def "a file that is no list of lines is refused with the line"() {
        when:
        differences([A1, 'hello'], [])

        then:
        def e = thrown(BadLine)
        e.message == 'line 2: the expected line is not one JSON object'
    }
}
