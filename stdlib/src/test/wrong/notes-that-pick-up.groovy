def keys  = input('Keystation')
def synth = output('Synth')
keys.notes().pickup().to(synth)
