def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.mute[9].toggles().to(daw)
