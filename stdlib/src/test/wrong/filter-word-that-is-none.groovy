def keys  = input('Keystation')
def synth = output('Synth')
keys.only { velocity 1..100 }.to(synth)
