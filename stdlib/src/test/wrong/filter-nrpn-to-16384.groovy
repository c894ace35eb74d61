def keys  = input('Keystation')
def synth = output('Synth')
keys.change {
    events NRPN
    data2  0..127, 0..16384
}.to(synth)
