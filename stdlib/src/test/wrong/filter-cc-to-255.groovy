def keys  = input('Keystation')
def synth = output('Synth')
keys.only {
    events CC
    data2  0..127, 0..255
}.to(synth)
