def keys  = input('Keystation')
def synth = output('Synth')
keys.cc(8).becomes(nrpn(8, 0..20000)).to(synth)
