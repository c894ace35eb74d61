def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.master.becomes(cc(123)).to(daw)
