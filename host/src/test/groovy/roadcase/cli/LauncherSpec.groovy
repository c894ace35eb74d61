package roadcase.cli

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir

@IgnoreIf({ !os.linux })
class LauncherSpec extends Specification {
    @TempDir Path folder
    BareHouse house

    def setup() { house = new BareHouse(folder) }

    def "what is missing is listed with the command that installs it, and nothing is installed unasked"() {
        when:
        def answer = house.roadcase(['demo'])
        then:
        answer.exit() == 1
        answer.out() == ''
        answer.err().contains('  Maven 3.6.3 or newer\n')
        answer.err().contains('  a C++ compiler\n')
        answer.err().contains('  apt-get update && apt-get install -y --no-install-recommends maven cmake g++ make ' +
                'pkg-config libjack-jackd2-dev librtmidi-dev libasound2-dev ableton-link-dev\n')
        answer.err().contains('--yes')
        house.called('apt-get').empty
        house.called('mvn').empty
    }

    def "--yes anywhere installs, builds, runs, and is not passed on"() {
        when:
        def answer = house.roadcase(words)
        then:
        answer.exit() == 7
        answer.out().endsWith('<roadcase.cli.Main><play><my gig.groovy>\n')
        house.called('apt-get').size() == 2
        house.called('apt-get')[0].endsWith(' update')
        house.called('mvn').size() == 1
        where:
        words << [['--yes', 'play', 'my gig.groovy'],
                  ['play', '--yes', 'my gig.groovy'],
                  ['play', 'my gig.groovy', '--yes']]
    }

    def "somebody who is not root installs through sudo"() {
        given:
        house.root(false)
        house.sudo(true)
        expect:
        house.roadcase(['check', '--yes']).exit() == 7
        house.called('sudo').count { it.contains('DEBIAN_FRONTEND=noninteractive apt-get') } == 2
    }

    def "somebody whom sudo refuses is told so"() {
        given:
        house.root(false)
        house.sudo(false)
        when:
        def answer = house.roadcase(['check', '--yes'])
        then:
        answer.exit() == 1
        answer.err().contains('sudo does not let this account do it')
        house.called('apt-get').empty
    }

    def "without root and without sudo the command is for somebody else to run"() {
        given:
        house.root(false)
        when:
        def answer = house.roadcase(['check', '--yes'])
        then:
        answer.exit() == 1
        answer.err().contains('run as root:\n  apt-get update && apt-get install')
        house.called('apt-get').empty
    }

    def "without a compiler that can be had, Roadcase goes on without its native library"() {
        given:
        house.with('maven').root(false)
        when:
        def answer = house.roadcase(['check', '--yes'])
        then:
        answer.exit() == 7
        answer.err().contains('without the native library')
        house.called('mvn')[0].contains('-Dnative.skip=true')
    }

    def "what can be done without is offered, and Roadcase goes on where nobody installs it"() {
        given: 'a compiler that finds no header'
        house.withEverything()
        BareHouse.tool(house.tools.resolve('g++'), 'exit 1')

        when:
        def answer = house.roadcase(['check', *words])

        then:
        answer.exit() == 7
        answer.err().contains("  Ableton Link's headers\n")
        answer.err().contains('Going on without: what needs it says so.')
        house.called('mvn').size() == 1
        !house.called('mvn')[0].contains('-Dnative.skip=true')
        house.called('apt-get').size() == calls

        where:
        words     || calls
        []        || 0
        ['--yes'] || 2
    }

    def "the tests are not run without what they need"() {
        given:
        house.withEverything().root(false)
        when:
        def answer = house.roadcase(['test', '--yes'])
        then:
        answer.exit() == 1
        answer.err().contains('  the JACK server\n')
        house.called('mvn').empty
    }

    def "test runs every module's tests on the terminal, plugins with them, and hands Maven its own options"() {
        given:
        house.withEveryTest()
        expect:
        house.roadcase(['test', '--yes', '-Dtest=ASpec']).exit() == 0
        house.called('mvn') == ['mvn --batch-mode verify -Dtest=ASpec']
        house.called('cmake').last().contains('-DROADCASE_PLUGINS=ON')
        house.called('apt-get').empty
    }

    def "failing tests fail the command"() {
        given:
        house.withEveryTest()
        Files.createFile(house.root.resolve('broken'))
        when:
        def answer = house.roadcase(['test'])
        then:
        answer.exit() == 2
        answer.out().contains('A.java:1: nonsense')
    }

    def "nothing but `plugins build` and `test` wants what plugins are built with"() {
        given:
        house.withEverything()
        expect:
        house.roadcase([command]).exit() == 7
        house.called('apt-get').empty
        house.called('cmake').every { !it.contains('PLUGINS') }
        where:
        command << ['demo', 'play', 'check', 'doctor']
    }

    def "`plugins build` asks for what it needs, builds the module once and says how long it took"() {
        given:
        house.withEverything()
        when:
        def asked = house.roadcase(['plugins', 'build'])
        then: 'nobody can be asked here'
        asked.exit() == 1
        asked.err().contains('  JUCE\n')
        asked.err().contains('install -y --no-install-recommends juce-modules-source juce-modules-source-data juce-tools\n')
        house.called('cmake').empty
        when:
        def built = house.roadcase(['plugins', 'build', '--yes'])
        then:
        built.exit() == 0
        built.err().contains('Gigs find plugins from now on')
        house.called('cmake')[0].contains('-DROADCASE_FETCH=OFF -DROADCASE_PLUGINS=ON')
        house.called('cmake')[1].contains('--target roadcase-engine roadcase-plugins')
    }

    def "a module for plugins that does not build says why, and fails the command"() {
        given:
        house.withEverything().withPlugins()
        BareHouse.tool(house.tools.resolve('cmake'), 'echo juce.h: nonsense; exit 1')
        when:
        def answer = house.roadcase(['plugins', 'build'])
        then:
        answer.exit() == 2
        answer.err().contains('juce.h: nonsense')
    }

    def "only what is out of date is built"() {
        given:
        house.withEverything()
        house.roadcase(['check'])
        when: 'a source, a build file, a show script or a Spec is saved later'
        later(saved)
        house.roadcase(['check'])
        then:
        house.called('mvn').size() == builds
        where:
        saved                      || builds
        'host/src/main/A.java'     || 2
        'stdlib/src/main/B.groovy' || 2
        'native/library/c.cpp'     || 2
        'scripts/pom.xml'          || 2
        'native/build/c.o'         || 1
        'scripts/gigs/a.groovy'    || 1
        'host/src/test/ASpec'      || 1
    }

    def "a native library that was left out is built as soon as it can be, one that is gone is built again"() {
        given:
        house.with('maven').root(false)
        house.roadcase(['check', '--yes'])
        house.roadcase(['check', '--yes'])
        when:
        house.with('cmake', 'g++', 'make', 'pkg-config')
        house.roadcase(['check'])
        then:
        house.called('mvn')*.contains('native.skip=true') == [true, false]
        when:
        Files.delete(house.root.resolve('native/build/libroadcase.so'))
        house.roadcase(['check'])
        then:
        house.called('mvn').size() == 3
    }

    def "a failed build says where and why, runs nothing, and is tried again"() {
        given:
        house.withEverything()
        def broken = Files.createFile(house.root.resolve('broken'))
        when:
        def answer = house.roadcase(['check'])
        then:
        answer.exit() == 2
        answer.out() == ''
        answer.err().contains('scripts/target/launcher/build.log says:\nA.java:1: nonsense\n')
        when:
        Files.delete(broken)
        then:
        house.roadcase(['check']).exit() == 7
    }

    def "two launchers at once build once"() {
        given:
        house.withEverything()
        Files.createFile(house.root.resolve('slow'))
        when:
        def both = [house.start(['check']), house.start(['check'])]
        then:
        both.collect { BareHouse.answer(it).exit() } == [7, 7]
        house.called('mvn').size() == 1
    }

    def "a Spec that starts the launcher does not wait for the build it is part of"() {
        given:
        house.withEverything()
        expect:
        house.roadcase(['check'], ROADCASE_BUILDING: 'yes').exit() == 7
        house.called('mvn').empty
    }

    def "standard input and output belong to the command, even while it is being built"() {
        given:
        house.withEverything()
        when:
        def answer = house.roadcase([:], '{"t":0}\n', ['listen'])
        then:
        answer.out().readLines()*.find(/<listen>|\{.*}/) == ['<listen>', '{"t":0}']
        answer.err().contains('Building Roadcase')
    }

    def "an old JAVA_HOME is passed over for the newest JDK there is; one that will do is the user's choice"() {
        given:
        house.withEverything()
        def chosen = house.jdk(folder.resolve('chosen'), version)
        when:
        house.roadcase(['check'], JAVA_HOME: chosen.toString())
        then:
        house.called('java').contains("java home ${expected == 'chosen' ? chosen : newest}" as String)
        where:
        version    || expected
        '1.8.0_22' || 'newest'
        '11.0.2'   || 'newest'
        '17.0.15'  || 'chosen'
    }

    def "a show gets a fixed heap touched beforehand, a short command a quick start"() {
        given:
        house.withEverything()
        expect:
        house.roadcase([command]).out().contains(flag)
        where:
        command || flag
        'play'  || '<-XX:+AlwaysPreTouch>'
        'demo'  || '<-XX:+AlwaysPreTouch>'
        'check' || '<-XX:TieredStopAtLevel=1>'
    }

    def "the launcher works through a link from elsewhere"() {
        given:
        house.withEverything()
        def link = Files.createSymbolicLink(folder.resolve('roadcase'), house.launcher)
        expect:
        BareHouse.answer(house.start([:], link, ['check'])).exit() == 7
    }

    private Path getNewest() { house.home.resolve('.sdkman/candidates/java/99') }

    private void later(String file) {
        def path = house.root.resolve(file)
        Files.createDirectories(path.parent)
        Files.writeString(path, 'changed')
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(60)))
    }
}
