// This room's own names: the one file that changes from place to place. It is read first, nobody has to include it.
bind 'Keystation', to: 'Oxygen 61'
bind 'Synth',      to: 'UM-ONE'
