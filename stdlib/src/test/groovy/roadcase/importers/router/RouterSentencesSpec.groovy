package roadcase.importers.router

import roadcase.words.GigLanguage
import spock.lang.Specification

class RouterSentencesSpec extends Specification {
    final importer = new GigLanguage().importers().find { it.name() == 'midi-router' }

    private List<String> explain(String text, boolean everything = false) {
        importer.explain('f.json', text, everything)
    }

    def "the file with every field, in sentences"() {
        expect:
        explain(MidiRouterSpec.sample('every-field')).join('\n') == '''\
A configuration of MIDI Router Client, version 2.4.0.
On: '1st'. Off: 'second'. Selected is '1st'.
Makes the virtual ports 'vport A', each for both directions.
Works only while these ports exist and are connected: in 'Launch Control XL'; out 'Scarlett 2i4 USB'.
Also sends over the network to 'localhost:12345/Scarlett 2i4 USB'; whether anybody answers there cannot be told from the file.
Lists of labels: 'DM'.
Preset '1st' is on and selected: its controls are the ones shown.
  Listens to 'Launch Control XL', without SysEx, clock, active sensing.
    What waits at 'Launch Control XL HUI' follows this clock.
    Splits: 'Split 0' C-1 (0) to A#1 (34), 'Split 1' B1 (35) to D5 (74), 'Split 2' D#5 (75) to G9 (127).
    CC 5 and 37 on channel 1 make one 14-bit value.
    'CC to NRPN :test': only CCs on channel 6 number 19, becoming NRPN, number becoming 8, value 0 to 127 stretched over 0 to 255 → 'Scarlett 2i4 USB'.
    'middle zone up an octave': the keys B1 (35) to D5 (74); only notes on channel 1, channel becoming 2; up by 12 semitones → 'Scarlett 2i4 USB' over the network at localhost:12345.
    'user: filter, swap, schedule, out': only notes; the two data bytes change places; held back to the next bar → 'Scarlett 2i4 USB'.
    'user: drop CC 1': CCs number 1 deleted, the rest passes → 'Scarlett 2i4 USB'.
    Its traffic is shown.
  Control 'Cutoff': CC 74 on channel 1, 0 to 127, at 64, shown from its middle, sent when the preset is turned on; to 'Scarlett 2i4 USB'.
  Control 'Program': programs on channel 1, 0 to 127, at 1, with the labels of 'DM'; to 'Scarlett 2i4 USB'.
Preset 'second' is off.
  Turned on by a note on C#5 (73) on channel 1 from 'Launch Control XL'.'''
    }

    def "what is in a list is told when asked, and only then"() {
        expect:
        !explain(MidiRouterSpec.sample('document-fragment-07')).any { it.contains('line 1') }
        explain(MidiRouterSpec.sample('document-fragment-07'), true).containsAll(["The list 'DM':", '  line 1', '  line 2'])
    }

    def "what has no effect is not told: -1, ports that are empty, filters that let all pass, what is generated"() {
        when:
        def lines = explain('''{"midiRoutePresets": [{"name": "A", "midiControlOn": {"eventTypeId": 3, "data1": 73},
            "midiControlOff": {"eventTypeId": 3, "data1": -1, "portName": "0_Keys"}, "userControls": [{"description": "Nowhere"}],
            "midiRouteInputs": [{"midiInputName": "0_Keys", "midiRouterChains": [
                {"name": "made by itself", "isEasyConfig": true, "midiRoutersFilters": [{"filterType": 0, "midiInputName": "0_Out"}]},
                {"name": "all", "midiRoutersFilters": [{"filterType": 4, "conditionAction": 1, "filterChannel": "[[0, 16, 0]]"},
                    {"filterType": 0, "midiInputName": "0_Out"}]}]}]}]}''')

        then:
        lines.findAll { it.startsWith('  ') } == ["  Turned off by a note on from 'Keys'.",
            "  Listens to 'Keys', without SysEx, clock, active sensing.", "    'all': everything → 'Out'."]
    }

    def "what the file saw of connections is told where it matters"() {
        expect:
        explain('''{"connectedOutPorts": ["0_B"], "midiRoutePresets": [{"userControls": [{"outputPortnName": "0_A"}, {"outputPortnName": "0_B"}]}]}''')
            .contains("Not connected (out) when the file was written: 'A'.")
    }

    def "what is no configuration is a sentence"() {
        expect:
        explain('{') == ['f.json: it is not JSON at line 1, column 2: Unexpected end-of-input: expected close marker for Object']
        explain('[5]') == ['f.json: this is no part of a MIDI Router configuration.']
    }
}
