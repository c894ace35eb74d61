def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.mutes.toggles().to(daw)
