def keys  = input('Keystation')
def synth = output('Synth')
keys.trnspose(12).to(synth)
