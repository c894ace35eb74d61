def keys  = input('Keystation')
def synth = output('Synth')
keys.only { data1([[1, 2, 3, 4, 5]]) }.to(synth)
