def keys  = input('Keystation')
def synth = output('Synth')
def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.soloKey.onPress { synth.send(60) }
