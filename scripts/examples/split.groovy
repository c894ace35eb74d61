// Two sounds on one keyboard: a bass for the left hand, a piano for the right.
def keys  = input('Keystation')
def synth = output('Synth')

keys.zone('Bass', C_1..B2).transpose(12).toChannel(2).to(synth)
keys.zone('Piano', C3..G9).toChannel(1).to(synth)
