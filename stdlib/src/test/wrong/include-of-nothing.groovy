def keys  = input('Keystation')
def synth = output('Synth')
include 'nothing'
