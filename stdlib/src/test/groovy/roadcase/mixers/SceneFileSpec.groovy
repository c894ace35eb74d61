package roadcase.mixers

import roadcase.mixers.simulated.DeskMemory
import roadcase.mixers.simulated.Programme
import roadcase.mixers.simulated.SimulatedDesk
import roadcase.osc.VirtualNet
import spock.lang.Specification

class SceneFileSpec extends Specification {
    static final Desk X = X32.DESK

    static List<String> lines(DeskMemory memory) {
        X.nodes.collect { memory.line(it.address) }
    }

    static DeskMemory shuffled(long seed) {
        def memory = new DeskMemory(X)
        def random = new Random(seed)
        X.leaves().each { Leaf leaf ->
            if (leaf.kind instanceof Curve || leaf.kind instanceof EffectNumber) memory.set(leaf.address, random.nextFloat())
            else if (leaf.kind instanceof Choice) memory.set(leaf.address, random.nextInt(leaf.kind.names.size()))
            else if (leaf.kind instanceof Label) memory.set(leaf.address, ['', 'a b', 'Kick', "it's"][random.nextInt(4)])
        }
        memory
    }

    def "a desk is written, read and restored line by line to what it was"() {
        given:
        def was = shuffled(seed)
        def net = new VirtualNet()
        def desk = Client.desk(net)
        def client = new Client(net, 1)

        when:
        def file = SceneFile.of(X, 'Sunday', 'as it was', lines(was).shuffled(new Random(seed)))
        def read = SceneFile.read(X, file.text())
        read.restoring().each { client.out.send(Client.DESK, it) }
        net.advance(1_000_000L)

        then:
        read.faults == []
        read.text() == file.text()
        [read.name, read.note] == ['Sunday', 'as it was']
        file.text().readLines()[0] == '#4.0# "Sunday" "as it was" %000000000 1'
        file.text().readLines().size() == 2118
        client.heard.size() == 2117
        X.leaves().every { Leaf leaf ->
            // a text has a tenth of a decibel
            leaf.kind.text(desk.memory.get(leaf.address)) == leaf.kind.text(was.get(leaf.address)) ||
                    leaf.kind.is(FaderLevel.FADER) && Math.abs(desk.memory.number(leaf.address) - was.number(leaf.address)) < 0.003
        }

        where:
        seed << [1, 2]
    }

    def "differences are told parameter by parameter, and there are none to itself"() {
        given:
        def one = new DeskMemory(X)
        def two = new DeskMemory(X)
        two.set('/ch/01/mix/fader', FaderLevel.FADER.wire(0))
        two.set('/ch/01/config/name', 'Kick')
        def here = SceneFile.of(X, 'a', '', lines(one))
        def there = SceneFile.of(X, 'b', '', lines(two).findAll { !it.startsWith('/headamp/127') })

        expect:
        here.differences(X, here) == []
        here.differences(X, there) == ['/ch/01/config/name: "", there "Kick"', '/ch/01/mix/fader: -oo, there +0.0', '/headamp/127: only here']
    }

    def "what is wrong in a file is said with its line, and the rest is read"() {
        when:
        def file = SceneFile.read(X, """#4.0# "x" "y" %000000000 1
# a comment

/ch/01/mix ON -3.0 ON +0 OFF -oo
$line
/ch/02/mix OFF
""")

        then:
        file.faults == ["line 5: $sentence".toString()]
        file.lines.keySet() as List == ['/ch/01/mix', '/ch/02/mix']

        where:
        line                         || sentence
        '/ch/33/mix ON'              || "the X32 has no '/ch/33/mix'"
        '/ch/03/mix ON +11'          || '/ch/03/mix/fader takes dB from -90 (shut) to 10, and +11 is not'
        '/ch/03/mix MAYBE'           || '/ch/03/mix/on takes 0 (OFF), 1 (ON), and MAYBE is not'
        '/ch/03/eq ON OFF'           || '/ch/03/eq has 1 values, and here are 2'
        '/ch/03/config "a very long name" 1 RD 1' || '/ch/03/config/name takes a text of at most 12 characters, and "a very long name" is not'
    }
}
