def keys  = input('Keystation')
def synth = output('Synth')
keys.nrpn(16384).to(synth)
