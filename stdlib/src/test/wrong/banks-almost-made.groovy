def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
banks('Masterator') {
    next mix.bankRight
    bank 'A', channel: 1
}
def four = banks('Mastarator')
mix.soloKey.onPress { four.go('A') }
