def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
banks('Sounds') {
    bank 'A', channel: 1
    everyBank {
        bank 'B', channel: 2
    }
}
