def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
banks('Sounds') {
    next mix.bankRight
    binaryDial mix.bankLeft
    bank 'A', channel: 1
    bank 'B', channel: 2
    bank 'C', channel: 3
    everyBank { mix.mute.toggles().to(daw) }
}
