def mix = device(MidiMix)
def daw = virtualOutput('To the DAW')
mix.master.sends(cc(127))
mix.master.to(daw)
