def keys  = input('Keystation')
def synth = output('Synth')
keys.line().to(synth)
