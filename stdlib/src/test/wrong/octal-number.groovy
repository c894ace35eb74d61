def keys  = input('Keystation')
def synth = output('Synth')
keys.onChannel(010).to(synth)
