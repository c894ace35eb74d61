package roadcase.rig

import spock.lang.Specification

class SpellingSpec extends Specification {
    def "'#written' among #words is meant as '#meant'"() {
        expect:
        Spelling.nearest(written, words) == meant

        where:
        written | words | meant
        'mutes' | ['mute', 'solo', 'knobs'] | 'mute'
        'tranpsose' | ['transpose', 'onChannel'] | 'transpose'
        'gren' | ['GREEN', 'RED'] | 'GREEN'
        'sai' | ['Say', 'say'] | 'say'
        'db' | ['ms', 'dB'] | 'dB'
        'x' | ['fader', 'bank'] | null
        'bank' | [] | null
        'abc' | ['abd', 'abe'] | 'abd'
    }

    def "letters inserted, dropped, replaced and swapped each count one"() {
        expect:
        Spelling.distance(a, b) == d

        where:
        a | b | d
        '' | '' | 0
        '' | 'abc' | 3
        'bank' | 'banks' | 1
        'bank' | 'bakn' | 1
        'bank' | 'bonk' | 1
        'bank' | 'tank!' | 2
    }
}
