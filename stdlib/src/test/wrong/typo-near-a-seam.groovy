def mix = device(MidiMix)
mix.mute.lne()
