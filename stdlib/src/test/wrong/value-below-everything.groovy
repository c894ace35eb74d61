def keys  = input('Keys')
def synth = output('Synth')
keys.pitchBend().below(-9000).to(synth)
