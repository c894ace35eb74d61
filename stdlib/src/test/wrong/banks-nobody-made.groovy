def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
def four = banks('Masterator')
mix.soloKey.onPress { four.go('B') }
