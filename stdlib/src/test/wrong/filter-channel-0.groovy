def keys  = input('Keystation')
def synth = output('Synth')
keys.only { channel 0 }.to(synth)
