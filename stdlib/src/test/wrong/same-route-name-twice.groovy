def keys  = input('Keystation')
def synth = output('Synth')
keys.notes().to(synth).named('Bass')
keys.cc(1).to(synth).named('Bass')
