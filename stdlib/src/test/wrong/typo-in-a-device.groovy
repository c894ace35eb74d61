def mix = device(MidiMx)
