def keys  = input('Keystation')
def synth = output('Synth')
class Chord {}
keys.to(synth)
