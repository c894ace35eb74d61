def mix  = device(MidiMix)
def keys = input('Keystation')
mix.mute[1].toggles().to(clock(MIDI_CLOCK, keys).playing)
