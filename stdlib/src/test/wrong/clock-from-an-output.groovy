def synth = output('Synth')
def band = clock(MIDI_CLOCK, synth)
