package roadcase.stage

import java.nio.file.Files
import java.nio.file.StandardCopyOption
import java.nio.file.StandardOpenOption

/** The gig is edited while it plays: nobody loses a connection, nothing hangs, and a mistake changes nothing. */
class EditedOnJackSpec extends OnJack {
    /** A new port shows that a text has come on stage. */
    private void saved(String text, String port, Closure<Void> save) {
        save("$text\ndef another = virtualOutput('$port')\n" as String)
        until("$port is there") { ports.contains("Roadcase:$port" as String) }
    }

    def "another program stays connected, whichever way an editor saves"() {
        given:
        plugIn()
        playToHost()
        unit.tap(1)
        until('it is heard') { host.heard == ['90 01 7F'] }

        when: 'written over'
        saved(original, 'One') { Files.writeString(gig, it) }

        then:
        hostConnected
        !ports.contains('Roadcase:Two')

        when: 'written beside it and renamed'
        saved(original, 'Two') {
            def beside = Files.writeString(home.resolve('.masterator.groovy.swp'), it)
            Files.move(beside, gig, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
        }

        then: 'a port that the script does not name any more is closed'
        until('One is closed') { !ports.contains('Roadcase:One') }
        hostConnected

        when: 'emptied first, then written in two halves'
        saved(original, 'Three') { text ->
            Files.newOutputStream(gig, StandardOpenOption.TRUNCATE_EXISTING).withCloseable {
                it.write(text.take(500).bytes)
                it.flush()
                it.write(text.drop(500).bytes)
            }
        }

        then: 'the switch is as it was left, and the unit was told nothing new'
        hostConnected
        unit.tap(1)
        until('it is heard') { host.heard == ['90 01 7F', '80 01 00'] }
        until('two more lights') { unit.heard.size() == Unit.LIGHTS.size() + 2 }
        !show.said.any { it.contains('fault') }
    }

    def "a held note ends where it began, also with a mistake and its mending in between"() {
        given: 'MUTE as momentary notes'
        def momentary = changed('mix.mute.toggles().to(out)': 'mix.mute.pulse().to(out)')
        def higher = changed('mix.mute.toggles().to(out)': 'mix.mute.pulse().transpose(12).toChannel(9).to(out)')
        Files.writeString(gig, momentary)
        plugIn()
        playToHost()

        when:
        unit.press(1)
        until('the press is heard') { host.heard == ['90 01 7F'] }
        saved(higher, 'Higher') { Files.writeString(gig, it) }
        unit.press(4)
        until('the new line plays') { host.heard == ['90 01 7F', '98 10 7F'] }

        and: 'a mistake is saved'
        Files.writeString(gig, higher.replace('mix.solo.toggles()', 'mix.solo.togles()'))
        until('it is told') { show.hasSaid("did you mean 'toggles'?") && show.hasSaid('Nothing was changed') }
        unit.press(7)
        until('the rig from before plays on') { host.heard.last() == '98 13 7F' }

        then:
        show.said.any { it ==~ /(.*\/)?masterator\.groovy:22:18: .*/ }
        hostConnected

        when: 'it is mended'
        saved(changed([:]), 'Mended') { Files.writeString(gig, it) }

        then:
        hostConnected

        when:
        host.heard.clear()
        unit.release(1)
        unit.release(4)
        unit.release(7)

        then: 'each ends as it began'
        until('all ended') { host.heard == ['80 01 7F', '88 10 7F', '88 13 7F'] }
    }

    def "a gig that vanishes, becomes a folder, is empty, or comes from Windows: the show goes on and says what is wrong"() {
        given:
        plugIn()
        playToHost()

        when:
        Files.delete(gig)

        then:
        until('it is told') { show.said.any { it.contains('masterator.groovy') && it.contains('not there') } }
        stillPlays()

        when:
        Files.createDirectory(gig)

        then:
        until('it is told') { show.said.any { it.contains('masterator.groovy') && it.contains('folder') } }
        stillPlays()

        when:
        Files.delete(gig)
        saved(changed([:]), 'From Windows') { Files.writeString(gig, '\uFEFF' + it.replace('\n', '\r\n')) }

        then:
        stillPlays()

        when:
        Files.writeString(gig, '')

        then:
        until('it is told') { show.hasSaid('masterator.groovy names no port any more, as if it were empty.') }
        stillPlays()

        when: 'a rig without the device'
        Files.writeString(gig, "def out = virtualOutput('Masterator OUT')\n")

        then:
        until('its ports are closed') { !ports.contains('Roadcase:MIDI Mix') }
        hostConnected

        when:
        Files.copy(GIG, gig, StandardCopyOption.REPLACE_EXISTING)

        then:
        until('they are there again, and joined') { jack.connections().containsAll('MIDI Mix:out → Roadcase:MIDI Mix', 'Roadcase:MIDI Mix (out) → MIDI Mix:in') }
        stillPlays()
    }

    private void stillPlays() {
        assert hostConnected
        host.heard.clear()
        unit.tap(22)
        until('the gig still plays') { host.heard.size() == 1 }
    }
}
