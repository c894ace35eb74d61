def keys  = input('Keys')
def synth = output('Synth')
keys.cc(1).above(127).to(synth)
