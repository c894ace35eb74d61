package roadcase.midi

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification

class RtMidiSpec extends Specification {
    @AutoCleanup JackServer jack = new JackServer()

    def "the backend of ALSA, CoreMIDI and WinMM keeps its promises, here over JACK, which RtMidi speaks too"() {
        given:
        def program = Path.of(System.getProperty('roadcase.house'), 'native', 'build', 'rtmidi_over_jack')

        expect:
        jack.run(program.toString()).readLines() == ['all of it holds']
    }
}
