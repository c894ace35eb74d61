def keys = input('Keystation')
def band = clock(MIDI_CLOCK, keys)
keys.cc(1).to(band.tempo)
