def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.mute.toggles().to(daw)
mix.mute[3].toggles().to(daw)
