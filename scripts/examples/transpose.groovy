// A singer with a cold: everything a semitone lower. Drums on channel 10 stay where they are.
def keys  = input('Keystation')
def synth = output('Synth')

keys.onChannel(1..9).transpose(-1).to(synth)
keys.onChannel(10).to(synth)
