def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.solo.toggles.to(daw)
