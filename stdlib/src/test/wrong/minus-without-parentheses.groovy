def keys  = input('Keystation')
def synth = output('Synth')
keys.transpose -12
