def keys  = input('Keystation')
def synth = output('Synth')
def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.mute[1].lit = true
mix.mute[1].toggles().to(synth)
