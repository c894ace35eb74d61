def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.knobs.toggles().to(daw)
