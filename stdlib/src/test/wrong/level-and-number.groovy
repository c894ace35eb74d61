def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
def target = remember('target', -18.dB)
mix.master.between(-30.dB, 0).to(target)
