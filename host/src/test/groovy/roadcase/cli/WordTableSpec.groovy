package roadcase.cli

import roadcase.script.WordDoc
import spock.lang.Specification

class WordTableSpec extends Specification {
    static final TRANSPOSE = new WordDoc('transpose', 'transpose(semitones)', 'Moves notes up, or down where negative; what would leave the keyboard stops, and that is all it does.',
            'flow', 'Flow', "def keys = input('Keys')\nkeys.transpose(12).to(output('Synth'))\n")
    static final TO = new WordDoc('to', 'to(port...)', 'Sends it.', 'flow', '-', '')

    def "the table stays within 80 columns"() {
        when:
        def lines = WordTable.table([TRANSPOSE, TO, new WordDoc('aVeryLongWordThatNobodyTypes', 's', 'Long.', 'flow', '-', '')])

        then:
        lines.every { it.length() <= 80 }
        lines == ['transpose           Moves notes up, or down where negative; what would leave the',
                  '                    keyboard stops, and that is all it does.',
                  'to                  Sends it.',
                  'aVeryLongWordThatNobodyTypes',
                  '                    Long.']
    }

    def "a word says how it is written, what it means, where it lives, what it gives, and an example"() {
        expect:
        WordTable.entry(TRANSPOSE) == [
                'transpose(semitones)',
                '  means     Moves notes up, or down where negative; what would leave the',
                '            keyboard stops, and that is all it does.',
                '  lives in  flow',
                '  gives     Flow',
                '  example:',
                "    def keys = input('Keys')",
                "    keys.transpose(12).to(output('Synth'))"]
        WordTable.entry(TO).contains('  gives     nothing: the line is complete')
    }
}
