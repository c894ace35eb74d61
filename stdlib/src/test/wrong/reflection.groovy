def keys  = input('Keystation')
def synth = output('Synth')
keys.class.forName('java.lang.System')
keys.to(synth)
