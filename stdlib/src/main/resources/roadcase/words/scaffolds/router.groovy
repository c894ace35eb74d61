// Presets that route. From a MIDI Router file, field by field ('roadcase import midi-router FILE -o GIG' does all of it):
//
//   midiInputName "0_Keys", "1_Keys"       input('Keys'), input('Keys #2'); ignoreTypes: .ignoring(SYSEX, CLOCK, SENSE)
//   toDestinationName "host:12345/0_Synth" output('host:12345/Synth')
//   keyboardSplits [34, 74]                keys.zone('Bass', 0..34), ..35..74, ..75..127
//   transpose, toChannel, fromChannel      .transpose(12) .toChannel(2) .onChannel(1)
//   CC 8 to NRPN 8, 0..127 to 0..255       .cc(8).becomes(nrpn(8, 0..255))
//   filter 4, conditionAction 1, 0, 2      .only { } .change { } .drop { }: events, channel, data1, data2
//   its events 8, 9, 10, 11, 12, 13, 14    NOTE_OFF, NOTE_ON, KEY_AFTERTOUCH, CC, PROGRAM, AFTERTOUCH, PITCH_BEND
//   filter 5; 3, QUANTIZE_BAR 1            .swapped(); .quantise(1.bar, time)
//   midiControlOn, Off, Toggle, Select     onBy, offBy, toggleBy, selectBy with a flow: keys.noteOn(73)
//   userControls, dropdownlists            slider('Cutoff', cc(74)).labels(list).to(synth)
//   isEnabled, _activePresetID             startsOn(), startsShown()
// What is -1 is not said, and what isEasyConfig generates is left out.

def keys  = input('Keystation').ignoring(SYSEX, CLOCK, SENSE)
def synth = output('Synth')

def sounds = ['Warm pad', 'Glass', 'Brass', 'Choir']

preset('Whole keyboard') {
    startsOn()
    selectBy keys.program(0)

    keys.toChannel(1).to(synth)

    slider('Sound', program(0..3)).toChannel(1).labels(sounds).sendOnSelect().to(synth)
    slider('Cutoff', cc(74)).toChannel(1).startsAt(100).to(synth)
}

preset('Two hands') {
    selectBy keys.program(1)

    def bass = keys.zone('Bass', 0..47)
    def lead = keys.zone('Lead', 48..127)

    bass.transpose(12).toChannel(2).to(synth)
    lead.only {                                // the router's own filter, where no plain word says it
        events NOTE_ON, NOTE_OFF
        data2  0..127, 1..100
    }.toChannel(3).to(synth)
}
