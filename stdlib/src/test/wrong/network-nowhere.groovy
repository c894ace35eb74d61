network('everywhere')
input('Keystation').to(output('Synth'))
