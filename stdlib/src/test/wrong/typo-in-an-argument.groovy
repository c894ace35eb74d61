def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
banks('Sounds') {
    next mix.bankRight
    bank 'A', chanel: 1
}
