def keys  = input('Keystation')
def synth = output('Synth')
keys.split(60)
