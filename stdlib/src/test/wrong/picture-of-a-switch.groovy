def apc = device(ApcMini)
def mix = device(MidiMix)
apc.grid.bars mix.mute, GREEN
