def keys  = input('Keystation')
def synth = output('Synth')
keys.toChannel(17).to(synth)
