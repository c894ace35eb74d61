package roadcase.midi.net

import spock.lang.Specification

/** Which names are ports on other machines. */
class NetworkAddressSpec extends Specification {
    void "#written is #name at #host:#port"() {
        expect:
        NetworkAddress.of(written).get() == new NetworkAddress(host, port, name)
        NetworkAddress.of(written).get().toString() == written
        NetworkAddress.fault(written).empty

        where:
        written                              | host             | port  | name
        'localhost:12345/Scarlett 2i4 USB'   | 'localhost'      | 12345 | 'Scarlett 2i4 USB'
        'stage-left.local:1/0_Synth'         | 'stage-left.local' | 1   | '0_Synth'
        '192.168.1.5:65535/a/b: c'           | '192.168.1.5'    | 65535 | 'a/b: c'
        '[fe80::1]:12345/x'                  | '[fe80::1]'      | 12345 | 'x'
    }

    void "#written is a port of this machine"() {
        expect:
        NetworkAddress.of(written).empty
        NetworkAddress.fault(written).empty

        where:
        written << ['MIDI Mix', 'Midi Through:0', 'a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1', 'system:midi_capture_1',
                'alsa_pcm:MIDI-Mix/midi_capture_1', 'MIDI Mix:MIDI Mix MIDI 1 24:0', 'Port 1/2', 'Roadcase:Masterator OUT']
    }

    void "#written is refused: #why"() {
        expect:
        NetworkAddress.of(written).empty
        NetworkAddress.fault(written).get().contains(why)

        where:
        written                      | why
        'host:99999/x'               | 'port 99999; ports are 1 to 65535'
        'host:0/x'                   | 'port 0'
        'host:99999999999999999/x'   | 'ports are 1 to 65535'
        'host:12345/'                | 'which port it means there'
        'host:12345/  '              | 'which port it means there'
        'host:12345'                 | 'which port it means there'
        ':12345/x'                   | 'no host that could be reached'
        'my studio:12345/x'          | 'no host that could be reached'
        'höst:12345/x'               | 'no host that could be reached'
    }

    void "a place to listen at is a port, an address with a port, or off: #written"() {
        expect:
        ListenAddress.parse(written).toString() == meant

        where:
        written               | meant
        '12345'               | '127.0.0.1:12345'
        '0.0.0.0:9000'        | '0.0.0.0:9000'
        'studio.local:12345'  | 'studio.local:12345'
        'off'                 | 'off'
    }

    void "no place to listen at: '#written'"() {
        when:
        ListenAddress.parse(written)

        then:
        def fault = thrown(IllegalArgumentException)
        fault.message.contains('say a port')

        where:
        written << ['', '99999', 'host:', 'a b:12345', '-1', 'gig.groovy', '123456']
    }

    void "a name is asked for as the other side writes it: #written"() {
        expect:
        PeerNames.asked(written, true)[0] == written
        PeerNames.asked(written, false) == router

        where:
        written      | router
        'Synth'      | ['0_Synth']
        'Synth #2'   | ['1_Synth', '0_Synth #2']
        '0_Synth'    | ['0_Synth', '0_0_Synth']
    }

    void "a peer's name means ours: #asked"() {
        expect:
        PeerNames.meant(asked) == ours

        where:
        asked        | ours
        'Synth'      | ['Synth']
        '0_Synth'    | ['0_Synth', 'Synth']
        '1_Synth'    | ['1_Synth', 'Synth #2']
    }
}
