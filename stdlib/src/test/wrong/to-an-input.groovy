def keys  = input('Keystation')
def synth = output('Synth')
keys.to(keys)
