def keys  = input('Keystation')
def synth = output('Synth')
keys.cc14(32).to(synth)
