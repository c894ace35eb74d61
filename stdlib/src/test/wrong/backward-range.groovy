def keys  = input('Keystation')
def synth = output('Synth')
keys.notes(C4..C2).to(synth)
