package roadcase.stage

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires

/** The whole rig on JACK: a sequencer plays it, a MIDImix mixes it, its effects are real plugins, and it keeps Link's time. */
@Requires(reason = 'a network of its own needs root', value = { LinkNetwork.isAllowed() })
@Requires({ OnRack.havePlugins() && new File('/usr/lib/vst3/ZamVerb.vst3').exists() })
class LinkrigOnJackSpec extends OnRack {
    private static final Path LINKRIG = GIG.resolveSibling('linkrig.groovy')
    private static final int MASTER = 62, MUTE_1 = 1

    @AutoCleanup LinkNetwork network = new LinkNetwork()
    @AutoCleanup Peer sequencer = new Peer(jack, 'BeatStep Pro')

    private void playLinkrig() {
        Files.copy(LINKRIG, home.resolve('linkrig.groovy')).with { gig = it }
        plugIn()
        show = PlayedShow.inside(network, jack.name, home, gig.toString(), '--midi', 'jack')
        things << show
        until('it sounds through JACK', 90) { show.hasSaid('Sound through jack') && audioPort }
        until('the unit is painted') { unit.painted }
        until('the sequencer is heard') { jack.connections().contains('BeatStep Pro:out → Roadcase:BeatStep Pro') }
    }

    private void untilSounds(String key) {
        until("$key sounds") {
            sequencer.says(key)
            heard > 0.01
        }
    }

    def "each sequencer is heard through real effects, the unit mixes, and the sequencer gets Link's clock"() {
        given:
        playLinkrig()

        expect: 'every slot plays, and no plugin is missing'
        ['90 3C 64', '91 30 64', '99 24 64'].every { key ->
            untilSounds(key)
            sequencer.says("8${key[1]} ${key[3..4]} 00")
            until('it has died away') { heard < 0.001 }
            true
        }
        show.said.every { !it.contains('goes without') && !it.contains('stays silent') }

        when: 'the lead is held and muted'
        untilSounds('90 3C 64')
        unit.tap(MUTE_1)

        then:
        until('it is silent') { heard < 0.001 }
        unit.lit.contains(MUTE_1)

        when:
        unit.tap(MUTE_1)

        then:
        until('it is heard again') { heard > 0.01 }

        when: 'the master goes down'
        unit.turn(MASTER, 0)

        then:
        until('nothing is heard') { heard < 0.001 }

        when:
        show.type('start')

        then: 'the sequencer starts with the bar and counts on'
        until('it is started') { sequencer.heard.contains('FA') }
        until('it counts') { sequencer.heard.dropWhile { it != 'FA' }.count { it == 'F8' } > 48 }
        show.end() == 128 + 15
        until('it is stopped') { sequencer.heard.contains('FC') }
    }
}
