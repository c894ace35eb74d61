def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
def depth = remember('depth', 0)
mix.mute.toggles().to(depth)
