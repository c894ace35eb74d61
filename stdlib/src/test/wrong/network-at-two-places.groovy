def keys = input('Keystation')
network('12345')
network('0.0.0.0:12345')
keys.to(output('Synth'))
