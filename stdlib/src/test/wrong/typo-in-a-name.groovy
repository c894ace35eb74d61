def keys  = input('Keystation')
def synth = output('Synth')
kees.to(synth)
