bind 'Synth', to: 'studio:12345'
input('Keystation').to(output('Synth'))
