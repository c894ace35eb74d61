package roadcase.midi

import spock.lang.Requires
import spock.lang.Specification

class BackendsSpec extends Specification {
    def "what does not answer says so in a sentence"() {
        when:
        NativeBackend.open(api, 'Roadcase', 'a server that nobody started', '')

        then:
        def fault = thrown(MidiFault)
        fault.message ==~ sentence

        where:
        api        | sentence
        'jack'     | /no JACK server named 'a server that nobody started' answers; start it/
        'oss'      | /'oss' is no MIDI driver; there are jack, alsa, coremidi and winmm/
        'winmm'    | /this build has no MIDI by way of 'winmm'/
        'coremidi' | /this build has no MIDI by way of 'coremidi'/
    }

    @Requires({ !new File('/dev/snd/seq').exists() })
    def "ALSA without the kernel's sequencer is a sentence and no crash"() {
        when:
        Backends.choose('alsa', 'Roadcase')

        then:
        def fault = thrown(MidiFault)
        fault.message == "the kernel's MIDI sequencer is not there; try 'modprobe snd-seq'"
    }

    @Requires({ !new File('/dev/snd/seq').exists() })
    def "a machine without MIDI says all that was tried"() {
        when:
        Backends.best('Linux', 'Roadcase', 'nobody')

        then:
        def fault = thrown(MidiFault)
        fault.message == "there is no MIDI on this machine: no JACK server named 'nobody' answers; start it; " +
                "and the kernel's MIDI sequencer is not there; try 'modprobe snd-seq'"
    }

    def "JACK is the best of Linux while its server answers"() {
        given:
        def jack = new JackServer()

        when:
        def chosen = Backends.best('Linux', 'Roadcase', jack.name)

        then:
        chosen.name() == 'jack'
        chosen.why() == 'JACK, because its server answers'

        cleanup:
        chosen?.close()
        jack.close()
    }

    def "an unknown driver is refused by name, and the known ones are told"() {
        when:
        Backends.choose('midi', 'Roadcase')

        then:
        def fault = thrown(MidiFault)
        fault.message == "'midi' is no MIDI driver; there are jack, alsa, coremidi, winmm, virtual"
    }

    def "virtual ports are there when asked for"() {
        expect:
        Backends.choose('virtual', 'Roadcase').name() == 'virtual'
    }
}
