def keys  = input('Keystation')
def synth = output('Synth')
def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
def layer = keys.to(synth)
mix.soloKey.onPress { layer.on.toggle() }
