// This room's own names; all other scripts stay as they are. As room.groovy beside a gig it is always read first.
bind 'Keystation', to: 'Oxygen 61'
bind 'Synth',      to: 'UM-ONE'
