package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Matcher
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What the README shows is true: its scripts pass the check, its rehearsal says what it prints, its files are there. */
class ReadmeSpec extends Specification {
    static final Path HOUSE = Path.of(System.getProperty('roadcase.house'))
    @Shared String readme = Files.readString(HOUSE.resolve('README.md'))
    @TempDir Path here

    private static List<String> blocks(String text, String language) {
        (text =~ /(?ms)^```$language\n(.*?)^```$/).collect { it[1] as String }
    }

    def "its scripts pass the check, word for word"() {
        given:
        def scripts = blocks(readme, 'groovy')
        def line = new CommandLine(here)

        expect:
        scripts.size() == 13
        scripts.withIndex().every { script, i ->
            line.file("shown${i}.groovy", script)
            line.run('check', "shown${i}.groovy") == [code: 0, out: [], err: []]
        }
    }

    def "its rehearsal prints what it shows"() {
        given:
        Matcher shown = readme =~ /(?m)^\$ echo '(.*)' \| host\/bin\/roadcase rehearse scripts\/gigs\/masterator\.groovy \| tail -2\n(.*)\n(.*)$/
        def line = new CommandLine(here)
        line.gig('masterator.groovy')

        expect:
        shown.find()
        line.typed(shown.group(1) + '\n', 'rehearse', 'masterator.groovy').out.takeRight(2) == [shown.group(2), shown.group(3)]
    }

    def "its mistake is told as it shows it"() {
        given:
        def line = new CommandLine(here)
        line.file('four.groovy', blocks(readme, 'groovy')[0].replace('mix.mute.toggles()', 'mix.mutes.toggles()'))
        def told = line.run('check', 'four.groovy').out

        expect:
        told.size() == 1
        readme.contains('\n' + told[0].substring(told[0].indexOf('four.groovy')) + '\n')
    }

    def "the files that it links are there"() {
        expect:
        (readme =~ /\]\(([^)#:]+)\)/).collect { it[1] as String }.every { Files.exists(HOUSE.resolve(it)) }
    }
}
