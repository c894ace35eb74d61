def keys  = input('Keystation')
def synth = output('Synth')
keys.cc14(7).to(synth)
keys.cc(39).to(synth)
