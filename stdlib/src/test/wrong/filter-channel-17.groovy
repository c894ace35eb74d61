def keys  = input('Keystation')
def synth = output('Synth')
keys.change { channel 1..16, 2 }.to(synth)
