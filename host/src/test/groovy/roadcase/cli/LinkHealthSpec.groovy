package roadcase.cli

import roadcase.rig.LinkLook
import spock.lang.Specification

class LinkHealthSpec extends Specification {
    def "somebody is there"() {
        expect:
        LinkHealth.of(new LinkLook(peers, 128.04d, ''), ['eth0']).line() == said

        where:
        peers || said
        1     || 'ok     Link: 1 other is there, 128.0 bpm'
        3     || 'ok     Link: 3 others are there, 128.0 bpm'
    }

    def "nobody is there: what to look at, in one line"() {
        given:
        def symptom = LinkHealth.of(new LinkLook(0, 120d, ''), ['eth0', 'wlan0'])

        expect:
        symptom.fine()
        symptom.what().startsWith('Link: nobody else is there (looked on eth0, wlan0)')
        ['Link switch on', 'one network', '20808', 'multicast', 'firewall'].every { symptom.what().contains(it) }
    }

    def "no network, no Link"() {
        expect:
        !LinkHealth.of(new LinkLook(0, 120d, ''), []).fine()
        LinkHealth.of(new LinkLook(0, 120d, ''), []).what() == 'Link: no network here carries multicast, so nobody can be met'
        with(LinkHealth.of(new LinkLook(-1, 0d, 'this build has no Ableton Link'), ['eth0'])) {
            what() == 'Link: not here: this build has no Ableton Link'
            todo().contains('ableton-link-dev')
        }
    }

    def "a look takes a second and ends"() {
        given:
        long before = System.nanoTime()
        def look = LinkLook.look(200)

        expect: 'nobody here, one of ours elsewhere, or a build without Link'
        look.line().startsWith('Link: ')
        System.nanoTime() - before < 20_000_000_000L
    }
}
