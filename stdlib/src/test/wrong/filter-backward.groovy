def keys  = input('Keystation')
def synth = output('Synth')
keys.only { data1 74..19 }.to(synth)
