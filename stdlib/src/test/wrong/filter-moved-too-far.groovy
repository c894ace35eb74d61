def keys  = input('Keystation')
def synth = output('Synth')
keys.change { data1 19..74, 100 }.to(synth)
