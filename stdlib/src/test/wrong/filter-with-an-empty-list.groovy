def keys  = input('Keystation')
def synth = output('Synth')
keys.only { data1([]) }.to(synth)
