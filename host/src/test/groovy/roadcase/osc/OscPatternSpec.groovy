package roadcase.osc

import java.util.regex.Pattern
import spock.lang.Specification
import spock.lang.Timeout

class OscPatternSpec extends Specification {
    def "#pattern matches #address: #yes"() {
        expect:
        OscPattern.of(pattern).matches(address) == yes

        where:
        pattern                | address             || yes
        '/a'                   | '/a'                || true
        '/a'                   | '/ab'               || false
        '/ch/*/mix/on'         | '/ch/01/mix/on'     || true
        '/ch/*/mix/on'         | '/ch/01/02/mix/on'  || false
        '/ch/??/mix/on'        | '/ch/01/mix/on'     || true
        '/ch/?/mix/on'         | '/ch/01/mix/on'     || false
        '/ch/?/mix'            | '/ch///mix'         || false
        '/ch/0[1-3]/on'        | '/ch/02/on'         || true
        '/ch/0[3-1]/on'        | '/ch/02/on'         || true
        '/ch/0[1-3]/on'        | '/ch/04/on'         || false
        '/ch/0[!1-3]/on'       | '/ch/04/on'         || true
        '/ch/0[!1-3]/on'       | '/ch/02/on'         || false
        '/x[!a]'               | '/x/'               || false
        '/x[a-]'               | '/x-'               || true
        '/{bus,mtx}/01'        | '/mtx/01'           || true
        '/{bus,mtx}/01'        | '/main/01'          || false
        '/a{,b}c'              | '/ac'               || true
        '/a{b,}'               | '/a'                || true
        '/a{bc,b}c'            | '/abc'              || true
        '/*'                   | '/'                 || true
        '*'                    | '/'                 || false
        '/a*b*c'               | '/aXbYbc'           || true
        '/a*b*c'               | '/aXc'              || false
        '//fader'              | '/ch/01/mix/fader'  || true
        '//fader'              | '/fader'            || true
        '//fader'              | '/xfader'           || false
        '/ch//on'              | '/ch/on'            || true
        '/ch//on'              | '/ch/01/mix/on'     || true
        '/ch//on'              | '/chon'             || false
        '/ch//'                | '/ch/'              || true
        'node'                 | 'node'              || true
    }

    def "#pattern is refused: #sentence"() {
        when:
        OscPattern.of(pattern)

        then:
        def fault = thrown(IllegalArgumentException)
        fault.message.contains(sentence)

        where:
        pattern   || sentence
        '/a['     || "'[' is not closed"
        '/a{b'    || "'{' is not closed"
        '/a]'     || "']' closes nothing"
        '/a}'     || "'}' closes nothing"
        '/{a,{b}' || "'{' cannot stand between"
        '/[a/b]'  || "'/' cannot stand between"
        ''        || 'is not empty'
        '/a b'    || 'no blanks'
    }

    @Timeout(20)
    def "no pattern is slow: #pattern"() {
        given:
        def compiled = OscPattern.of(pattern)

        expect:
        2_000.times { assert !compiled.matches('/' + 'a' * 254) }

        where:
        pattern << ['/' + '*a' * 126 + 'b', '/' + '{a,aa}' * 42 + 'b', '/' + '{,}' * 84 + 'b', '/a' * 0 + '//' * 120 + 'b', '/' + '{,a}' * 60 + '*b']
    }

    def "as the same pattern written as a regular expression, thirty thousand times"() {
        given:
        def random = new Random(7)
        int yes = 0

        expect:
        3_000.times {
            String text = '/' + (0..random.nextInt(5)).collect { PARTS[random.nextInt(PARTS.size())] }.join('')
            if (text.contains('///')) return
            def regex = Pattern.compile(regex(text))
            def pattern = OscPattern.of(text)
            10.times {
                String address = '/' + (0..random.nextInt(7)).collect { 'ab/c'[random.nextInt(4)] }.join('')
                boolean should = regex.matcher(address).matches()
                if (should) yes++
                assert pattern.matches(address) == should : "$text and $address"
            }
        }
        yes > 500
    }

    static final List<String> PARTS = ['a', 'b', 'c', '?', '*', '[ab]', '[!a]', '[a-c]', '{a,bc}', '{,b}', '/', '//', 'ab']

    static String regex(String pattern) {
        pattern.replace('//', '\u0001').replaceAll(/\[!([^\]]*)\]/, '[^$1/]').replace('?', '[^/]').replace('*', '[^/]*')
                .replaceAll(/\{([^,}]*),([^}]*)\}/, '(?:$1|$2)').replace('\u0001', '/(?:.*/)?')
    }
}
