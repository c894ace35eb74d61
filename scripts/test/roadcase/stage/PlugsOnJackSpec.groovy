package roadcase.stage

import static roadcase.stage.Unit.BANK_RIGHT

/** One plug at a time is pulled in the middle of the Masterator gig, on real ports: nobody notices but who lost it. */
class PlugsOnJackSpec extends OnJack {
    private void begins() {
        plugIn()
        playToHost()
        unit.tap(1)
        unit.tap(BANK_RIGHT)
        unit.tap(4)
        until('the presses are heard') { host.heard == ['90 01 7F', '91 04 7F'] }
        until('the lights show it') { unit.lit == [4, 25] as Set }
        host.heard.clear()
    }

    def "the host is closed and started again"() {
        given:
        begins()

        when: 'nobody listens'
        host.close()
        until('it is gone') { !ports.any { it.startsWith('Host:') } }
        unit.tap(7)

        then: 'the gig goes on, and its port stays'
        until('the lights show it') { unit.lit == [4, 7, 25] as Set }
        ports.contains(OUT)

        when:
        host = new Peer(jack, 'Host')
        things << host
        connectHost()
        unit.tap(7)
        unit.tap(10)

        then:
        until('it is heard') { host.heard == ['81 07 00', '91 0A 7F'] }
        until('the lights show it') { unit.lit == [4, 10, 25] as Set }
        !show.said.any { it.contains('fault') }
    }

    def "what the unit says is not heard for a while"() {
        given:
        begins()

        when:
        unit.mute()
        until('it is missed') { show.hasSaid("'MIDI Mix' is missing;") }

        then: 'its lights stand, and the host is connected'
        unit.lit == [4, 25] as Set
        hostConnected

        when:
        unit.unmute()
        until('it is taken') { show.hasSaid("'MIDI Mix' is there and taken") }
        unit.tap(4)

        then:
        until('it is heard') { host.heard == ['81 04 00'] }
        until('the lights show it') { unit.lit == [25] as Set }
    }

    def "what the unit shows is cut off for a while"() {
        given:
        begins()

        when:
        unit.deafen()
        until('it is missed') { show.hasSaid("'MIDI Mix' is missing;") }
        unit.tap(7)

        then: 'it is heard all the same'
        until('it is heard') { host.heard == ['91 07 7F'] }
        unit.lit == [4, 25] as Set

        when: 'it is dark by now'
        unit.forget()
        unit.undeafen()

        then:
        until('all lights are as they should be') { unit.painted && unit.lit == [4, 7, 25] as Set }
        host.heard == ['91 07 7F']
    }
}
