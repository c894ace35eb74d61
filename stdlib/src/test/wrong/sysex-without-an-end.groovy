def keys  = input('Keystation')
def synth = output('Synth')
synth.send(sysex('F0 7E 7F 06 01'))
