def mix = device(MidiMix)
def own = clock(MIDI_CLOCK, mix)
mix.follows own
