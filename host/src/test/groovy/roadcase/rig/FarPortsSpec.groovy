package roadcase.rig

import static roadcase.rig.FarHost.until

import roadcase.midi.net.ListenAddress
import roadcase.midi.net.PretendedRouter
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** Ports on other machines, played by gigs: two Roadcases in one process, and a MIDI Router that is pretended. Real sockets. */
@Timeout(120)
class FarPortsSpec extends Specification {
    @AutoCleanup FarHost near = new FarHost()
    @AutoCleanup FarHost far = new FarHost()
    List<AutoCloseable> things = []

    def cleanup() { things*.close() }

    /** What the far side heard at a port, until it is that. */
    void hears(FarHost host, String port, List<String> messages) {
        def heard = []
        until("'$port' hears $messages, not $heard") {
            heard.addAll(host.heardBy(port))
            heard.size() >= messages.size()
        }
        assert heard == messages
    }

    void "a gig plays gear of another Roadcase as if it were its own"() {
        given:
        far.midi.gear('Scarlett 2i4 USB')
        far.play(['far keys', false, 'Scarlett 2i4 USB', false])
        int port = far.listen()
        near.play(['keys', true, "localhost:$port/Scarlett 2i4 USB" as String, false])
        until('joined') { near.isJoined("localhost:$port/Scarlett 2i4 USB") }

        when:
        def keys = near.midi.peer('keys')
        ['90 3C 64', 'B0 07 10', 'F0 7E 7F 06 01 F7', '80 3C 40', 'C0 05', 'F8'].each { keys.play(it) }

        then:
        hears(far, 'Scarlett 2i4 USB', ['90 3C 64', 'B0 07 10', 'F0 7E 7F 06 01 F7', '80 3C 40', 'C0 05', 'F8'])
        far.said.any { it.contains("reach this gig's ports at 127.0.0.1:$port") }
        near.standing.missing() == []
    }

    void "what goes into a virtual input there is played by that gig's rules, and a virtual output there can be heard here"() {
        given:
        far.play(['From afar', true, 'To the DAW', true])
        int port = far.listen()
        near.play(['keys', true, "localhost:$port/From afar" as String, false], ["localhost:$port/To the DAW" as String, false, 'back', true])
        until('joined') { near.standing.missing() == [] && near.isJoined("localhost:$port/To the DAW") && near.isJoined("localhost:$port/From afar") }

        when:
        near.midi.peer('keys').play('91 40 50')
        near.midi.peer('keys').play('81 40 00')

        then:
        hears(near, 'back', ['91 40 50', '81 40 00'])
        far.heardBy('To the DAW') == ['91 40 50', '81 40 00']
    }

    void "keys that are plugged in there are heard here, and what they hold ends when the wire breaks"() {
        given:
        def keys = far.midi.gear('Keystation')
        far.play(['Keystation', false, 'out', true])
        int port = far.listen()
        near.play(["localhost:$port/Keystation" as String, false, 'synth', true])
        until('joined') { near.isJoined("localhost:$port/Keystation") }

        when:
        keys.play('90 3C 64')
        hears(near, 'synth', ['90 3C 64'])
        far.ports.listen(ListenAddress.OFF)

        then:
        hears(near, 'synth', ['80 3C 00'])
        until('it is missing') { near.standing.missing() == ["localhost:$port/Keystation" as String] }
        near.standing.held() == 0
    }

    void "a note that a peer holds ends when he vanishes, and one that the gig holds as well goes on"() {
        given:
        far.midi.gear('Synth')
        far.play(['far keys', true, 'Synth', false])
        int port = far.listen()
        near.play(['keys', true, "localhost:$port/Synth" as String, false])
        until('joined') { near.isJoined("localhost:$port/Synth") }

        when:
        near.midi.peer('keys').play('90 3C 64')
        near.midi.peer('keys').play('90 40 64')
        near.midi.peer('keys').play('B0 40 7F')
        hears(far, 'Synth', ['90 3C 64', '90 40 64', 'B0 40 7F'])
        far.midi.peer('far keys').play('90 3C 50')
        hears(far, 'Synth', ['90 3C 50'])
        near.close()

        then:
        until('what he held is ended') { far.standing.held() == 1 }
        far.heardBy('Synth').sort() == ['80 40 00', 'B0 40 00']

        when:
        far.midi.peer('far keys').play('80 3C 11')

        then:
        hears(far, 'Synth', ['80 3C 11'])
    }

    void "the server goes and comes back twenty times; each time notes go through again and none hangs"() {
        given:
        far.midi.gear('Synth')
        far.play(['far keys', true, 'Synth', false])
        int port = far.listen()
        String name = "localhost:$port/Synth"
        near.play(['keys', true, name, false])
        def keys = near.midi.peer('keys')

        expect:
        20.times { round ->
            until("joined in round $round") { near.isJoined(name) }
            keys.play('90 3C 64')
            hears(far, 'Synth', ['90 3C 64'])
            far.ports.listen(ListenAddress.OFF)
            hears(far, 'Synth', ['80 3C 00'])
            until("missed in round $round") { !near.isJoined(name) }
            keys.play('80 3C 00')
            far.listen(port)
        }
        near.standing.held() == 0
        far.standing.held() == 0
    }

    void "to a MIDI Router ports have their number in front, and its list of methods says how to send"() {
        given:
        def router = new PretendedRouter()
        things << router
        router.outputs << '0_Other' << '0_Scarlett 2i4 USB' << '1_Scarlett 2i4 USB'

        when:
        near.play(['keys', true, "localhost:$router.port/Scarlett 2i4 USB" as String, false],
                ['more', true, "localhost:$router.port/Scarlett 2i4 USB #2" as String, false],
                ['as written', true, "localhost:$router.port/0_Other" as String, false])
        until('joined') { near.standing.missing() == [] && router.asked.count { it.contains('openPort') } == 3 }
        near.midi.peer('keys').play('90 3C 64')
        until('heard') { router.heard.size() == 1 }
        near.midi.peer('more').play('91 3C 64')
        until('heard') { router.heard.size() == 2 }
        near.midi.peer('as written').play('F0 01 02 F7')
        until('heard') { router.heard.size() == 3 }

        then:
        router.heard == ['0_Scarlett 2i4 USB: 90 3C 64', '1_Scarlett 2i4 USB: 91 3C 64', '0_Other: F0 01 02 F7']
    }

    void "what sounds at a MIDI Router when the wire breaks is ended when it is back"() {
        given:
        def router = new PretendedRouter()
        things << router
        router.outputs << '0_Synth'
        String name = "localhost:$router.port/Synth"
        near.play(['keys', true, name, false])
        until('joined') { near.isJoined(name) }

        when:
        near.midi.peer('keys').play('90 3C 64')
        until('heard') { router.heard == ['0_Synth: 90 3C 64'] }
        router.throwOut()
        until('ended there') { router.heard.size() > 1 }

        then:
        router.heard.unique() == ['0_Synth: 90 3C 64', '0_Synth: 80 3C 00']
        until('joined again') { near.isJoined(name) }
    }

    void "an input of a MIDI Router is heard, also after its configuration was applied anew"() {
        given:
        def router = new PretendedRouter()
        things << router
        router.inputs << '0_Keystation'
        String name = "localhost:$router.port/Keystation"
        near.play([name, false, 'synth', true])
        until('joined') { near.isJoined(name) }

        when:
        router.says('0_Keystation', '90 3C 64')
        hears(near, 'synth', ['90 3C 64'])
        router.applyConfiguration()

        then:
        hears(near, 'synth', ['80 3C 00'])
        until('asked again') { router.asked.count { it.contains('AddLogData') } == 2 }

        when:
        router.says('0_Keystation', '90 3E 64')

        then:
        hears(near, 'synth', ['90 3E 64'])
    }

    void "a port that its server does not have is missing until it has; one whose server hangs is given up"() {
        given:
        def router = new PretendedRouter()
        things << router
        String name = "localhost:$router.port/Synth"
        near.play(['keys', true, name, false])

        expect:
        until('said') { near.ports.state(roadcase.midi.RealPort.Direction.OUTPUT, name).get() == "there is no output 'Synth'" }
        !near.isJoined(name)

        when:
        router.outputs << '0_Synth'

        then:
        until('joined') { near.isJoined(name) }

        when: 'it keeps the connection and does nothing any more'
        router.answers = false

        then:
        until('given up') { !near.isJoined(name) }
        near.standing.missing() == [name]

        when:
        router.answers = true

        then:
        until('joined again') { near.isJoined(name) }
    }

    void "a server that answers with nonsense is missing with a reason, and taken when it is sane: #nonsense"() {
        given:
        def router = new PretendedRouter(nonsense: nonsense)
        things << router
        router.outputs << '0_Synth'
        String name = "localhost:$router.port/Synth"

        when:
        near.play(['keys', true, name, false])

        then:
        until('a reason') { near.ports.state(roadcase.midi.RealPort.Direction.OUTPUT, name).get() =~ why }
        !near.isJoined(name)
        near.faults == []

        when:
        router.nonsense = null

        then:
        until('joined') { near.isJoined(name) }

        where:
        nonsense                                                  | why
        'hello'                                                   | 'connects but does not answer'
        '{"type":10,"id":1}'                                      | 'no MIDI Router and no Roadcase'
        '{"type":10,"id":1,"data":{"wcmidiout":{"methods":7}}}'   | 'no MIDI Router and no Roadcase'
        '{"type":10,"id":1,"data":{"wcmidiout":{"methods":[["sendMessage","x"]]}}}' | 'no MIDI Router and no Roadcase'
        '{"type":10,"id":"1","data":{}}'                          | 'connects but does not answer'
        '[' * 10_000                                              | 'connects but does not answer'
        ([0xFF, 0xFF, 0xFF, 0xFF] as byte[])                      | 'the connection broke|it ended the connection'
        ([0x81, 0x7F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] as byte[]) | 'connects but does not answer|the connection broke'
    }

    void "what an input of another machine tells is taken only where it is a whole message, and ours"() {
        given:
        def router = new PretendedRouter()
        things << router
        router.inputs << '0_Keystation'
        String name = "localhost:$router.port/Keystation"
        near.play([name, false, 'synth', true])
        until('joined') { near.isJoined(name) }
        def signal = { String args -> '{"type":1,"object":"wcmidiin","signal":8,"args":[' + args + ']}' }
        def data = { String bytes, String tag = router.tag -> signal('"{\\"data\\":' + bytes + ',\\"userdata\\":\\"' + tag + '\\"}"') }

        when:
        ['no JSON', signal(''), signal('7'), signal('"no JSON"'), signal('"{}"'), data('[]'), data('[144,60]'), data('[144,60,300]'),
                data('["144"]'), data('{}'), data('[144,60,1]', 'of somebody else'), '{"type":1}',
                '{"type":1,"object":7,"signal":"x"}', data('[' + (['1'] * 70_000).join(',') + ']')].each { router.raw(it) }
        router.raw(data('[144,62,1]'))

        then:
        hears(near, 'synth', ['90 3E 01'])
        until('counted') { near.ports.state(roadcase.midi.RealPort.Direction.INPUT, name).get() =~ '1[0-9] refused' }
        near.faults == []
    }

    void "a room binds a name to a port on another machine, and to one of its own again, between two saves"() {
        given:
        far.midi.gear('Scarlett')
        far.play(['far keys', true, 'Scarlett', false])
        int port = far.listen()
        near.midi.gear('Here')
        def gig = { String to ->
            def gig = new SmallGig()
            gig.keys([], gig.synth())
            gig.builder.bind('synth', to)
            gig
        }
        def keys = near.midi.gear('keys')

        when:
        near.play(gig("localhost:$port/Scarlett"))
        until('joined') { near.isJoined('synth') }
        keys.play('90 3C 64')

        then:
        hears(far, 'Scarlett', ['90 3C 64'])

        when: 'the same name is gear of this machine now'
        near.play(gig('Here'))

        then:
        hears(far, 'Scarlett', ['80 3C 00'])
        until('joined') { near.isJoined('synth') }

        when:
        keys.play('90 3E 64')

        then:
        hears(near, 'synth', ['90 3E 64'])
    }

    void "gear of this machine is never taken for a port elsewhere, nor the other way round"() {
        given:
        near.midi.gear('localhost:1/Synth')
        near.midi.gear('Synth')

        when:
        near.play(['keys', true, 'localhost:1/Synth', false])

        then:
        until('tried') { near.ports.state(roadcase.midi.RealPort.Direction.OUTPUT, 'localhost:1/Synth').get() == 'nobody listens there' }
        !near.isJoined('localhost:1/Synth')
    }

    void "where the port of the server is taken, it says so, and takes it as soon as it is free"() {
        given:
        def other = new ServerSocket()
        things << other
        other.bind(new InetSocketAddress('127.0.0.1', 0))
        int port = other.localPort

        when:
        near.ports.listen(ListenAddress.parse(port as String))

        then:
        until('said') { near.said.any { it.contains("--network ${port + 1}") && it.contains('another program has it') } }
        near.ports.listensAt() == -1

        when:
        other.close()

        then:
        until('it listens') { near.ports.listensAt() == port }
    }
}
