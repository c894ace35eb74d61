package roadcase.script

class WrongScriptsSpec extends Gigs {
    def "a wrong script is compared with what its text says"() {
        given:
        file('wrong/word.groovy', "say 'x'\nbank 'A'")
        file('wrong/word.txt', "2:1: a script has no word 'bank'\n")
        file('wrong/include.groovy', "include 'other'")
        file('wrong/include/other.groovy', "\nbank 'A'")
        file('wrong/include.txt', "other.groovy:2:1: a script has no word 'bank'")
        file('wrong/fine.groovy', "say 'x'")
        file('wrong/fine.txt', 'x')
        def wrong = new WrongScripts(folder.resolve('wrong'), reader)

        expect:
        wrong.names() == ['fine', 'include', 'word']
        wrong.said('word') == wrong.expected('word')
        wrong.said('include') == wrong.expected('include')
        wrong.said('fine') == 'this script is fine'
    }
}
