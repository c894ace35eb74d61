def keys  = input('Keystation')
def synth = output('Synth')
def band  = clock(MIDI_CLOCK)
keys.programs().at(90.seconds, band).to(synth)
