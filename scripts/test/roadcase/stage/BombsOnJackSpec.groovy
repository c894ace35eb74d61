package roadcase.stage

import java.nio.file.Files

/**
 * Code that takes all memory, calls itself without end, searches for ever or sleeps: the show is a process as the
 * launcher starts it, on a real driver. While the code does its worst, a key is held and notes run over a declared
 * line; none of them may be lost, and the process must live.
 */
class BombsOnJackSpec extends OnJack {
    static final String LIB = $/
        class Bombs {
            static final List<byte[]> KEPT = []
            static void doubling() { def text = new StringBuilder('x'); while (true) text.append(text) }
            static int deeper(int n) { deeper(n + 1) + 1 }
            static int ping(int n) { pong(n + 1) + 1 }
            static int pong(int n) { ping(n + 1) + 1 }
            static boolean regex() { ('x' * 64) ==~ /((x|xx)+)+\1y/ }
            static void asleep() { Thread.sleep(600_000) }
            static byte[] bytes(int number) { new byte[number] }
        }
        /$.stripIndent()

    static final Map<String, String> BOMBS = [
            'a list that grows for ever'  : "def all = []; while (true) all << 'x' * 1000",
            'a text of 2 GB'              : "def text = 'x' * 2_000_000_000",
            'an array of 2 GB'            : 'Bombs.bytes(2_000_000_000)',
            'a text that doubles for ever': 'Bombs.doubling()',
            'a list of all numbers'       : 'def all = (1..2_000_000_000).toList()',
            'a closure that calls itself' : 'Closure again = null; again = { int n -> again.call(n + 1) }; again.call(0)',
            'a method that calls itself'  : 'Bombs.deeper(0)',
            'two that call each other'    : 'Bombs.ping(0)',
            'a search that never ends'    : 'Bombs.regex()',
            'a sleep'                     : 'Bombs.asleep()',
            'a loop without end'          : 'while (true) { }']

    /** Which limit is met first is a matter of the machine, where it is not told here. */
    static final String STOPPED = /asked for more than \d+ MB of memory|longer than 20 ms|does not come back|needs more memory than there is/

    static final Map<String, Object> SAID = [
            'a closure that calls itself' : /calls itself without end|$STOPPED/,
            'a method that calls itself'  : /calls itself without end|$STOPPED/,
            'two that call each other'    : /calls itself without end|$STOPPED/,
            'a search that never ends'    : /does not come back/,
            'a sleep'                     : /does not come back/].withDefault { STOPPED }

    static final String READ = /asked for more than \d+ MB|longer than 5 seconds|needs more memory than there is|calls itself without end/
    static final int SIGTERM = 143

    Peer keys
    Peer pads
    int played

    /** The gig, with every bomb on a controller of its own. */
    private void playBombs(List<String> heap) {
        Files.createDirectories(home.resolve('lib'))
        Files.writeString(home.resolve('lib/Bombs.groovy'), LIB)
        def lines = BOMBS.values().withIndex().collect { code, n -> "pads.cc(${n + 1}).onEvent { message -> $code }" }
        gig = Files.writeString(home.resolve('bombs.groovy'), """
            def keys = virtualInput('Keys')
            def pads = virtualInput('Pads')
            def out  = virtualOutput('Out')
            keys.to(out)
            ${lines.join('\n')}
            pads.cc(100).onEvent { message -> Bombs.KEPT << Bombs.bytes(20_000_000) }
            pads.cc(101).onEvent { message -> out.send(controlChange(101, message.value)) }
            """.stripIndent())
        show = new PlayedShow(jack.name, home, heap, gig.toString(), '--midi', 'jack')
        things << show
        keys = new Peer(jack, 'KeysUnit')
        pads = new Peer(jack, 'PadsUnit')
        things << keys << pads
        until('all are connected') {
            jack.run('jack_connect', 'KeysUnit:out', 'Roadcase:Keys')
            jack.run('jack_connect', 'PadsUnit:out', 'Roadcase:Pads')
            jack.run('jack_connect', 'Roadcase:Out', 'Host:in')
            jack.connections().containsAll('KeysUnit:out → Roadcase:Keys', 'PadsUnit:out → Roadcase:Pads', 'Roadcase:Out → Host:in')
        }
        reactionsPlay()
    }

    /** Sends over the declared line and looks that all of it, and in order, is heard. */
    private void linePlays(int messages = 100) {
        def expected = (0..<messages).collect { sprintf('B0 10 %02X', (played + it) % 128) }
        def before = host.heard.size()
        messages.times {
            keys.says(sprintf('B0 10 %02X', played++ % 128))
            Thread.sleep(2)
        }
        until('the line plays') { host.heard.drop(before).count { it.startsWith('B0 10') } == messages }
        assert host.heard.drop(before).findAll { it.startsWith('B0 10') } == expected
    }

    private void reactionsPlay() {
        def value = sprintf('B0 65 %02X', played++ % 128)
        def before = host.heard.size()
        until('a reaction plays') {
            pads.says(value)
            Thread.sleep(50)
            host.heard.drop(before).contains(value)
        }
    }

    private void bomb(int number) { pads.says(sprintf('B0 %02X 7F', number)) }

    def "whatever code does, the lines play, the other reactions go on, held keys end, and what was wrong is told: #heap"() {
        given:
        playBombs(flags)
        keys.says('90 3C 64')
        until('the key sounds') { host.heard.contains('90 3C 64') }

        expect:
        BOMBS.keySet().eachWithIndex { what, n ->
            def before = show.said.size()
            bomb(n + 1)
            linePlays()
            until("$what is told") { show.said.drop(before).any { it =~ SAID[what] && it.contains('bombs.groovy:') } }
            reactionsPlay()
            assert show.process.alive
        }

        when: 'each again, until it is put aside'
        until('all are put aside') {
            BOMBS.size().times { n -> bomb(n + 1); linePlays(20) }
            show.said.count { it.contains('is put aside until the next reload') } == BOMBS.size()
        }

        then:
        reactionsPlay()
        linePlays()

        when: 'code keeps what it takes, until nothing is left'
        def before = show.said.size()
        40.times { bomb(100); linePlays(10) }

        then:
        until('it is told') { show.said.drop(before).any { it =~ STOPPED } }
        show.process.alive
        linePlays()

        when: 'the script is saved without it'
        def better = Files.readString(gig).replaceAll(/(?m)^ *pads.cc\(100\).*$/, '')
        Files.writeString(home.resolve('lib/Bombs.groovy'), LIB.replaceAll(/(?m)^.*KEPT.*$/, ''))
        Files.writeString(gig, better)

        then:
        until('it is read') { show.hasSaid('Reloaded bombs.') }
        linePlays()
        reactionsPlay()

        when:
        keys.says('80 3C 40')

        then:
        until('the key ends') { host.heard.contains('80 3C 40') }
        show.end() == SIGTERM

        where:
        heap    | flags
        'small' | PlayedShow.SMALL
        'large' | PlayedShow.LARGE
    }

    def "while a script is read it can do no worse"() {
        given:
        playBombs(PlayedShow.SMALL)
        def good = Files.readString(gig)

        expect:
        BOMBS.keySet().each { what ->
            def before = show.said.size()
            Files.writeString(gig, "$good\n${BOMBS[what]}\n")
            linePlays()
            until("$what is told") { show.said.drop(before).any { it =~ READ } }
            until('nothing is changed') { show.said.drop(before).any { it.contains('Nothing was changed') } }
            reactionsPlay()
        }

        when:
        Files.writeString(gig, "$good\ndef another = virtualOutput('Another')\n")

        then:
        until('a better one is read') { ports.contains('Roadcase:Another') }
        linePlays()
        show.end() == SIGTERM
    }
}
