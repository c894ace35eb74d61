def keys  = input('Keystation')
def synth = output('Synth')
System.exit(0)
