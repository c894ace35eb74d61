def keys  = input('Keystation')
def synth = output('Synth')
keys.velocity(0..255).to(synth)
