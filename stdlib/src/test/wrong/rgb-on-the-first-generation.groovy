def apc = device(ApcMini)
def daw = output('DAW')
bind 'ApcMini', to: 'APC MINI'

apc.grid.toggles().colours(on: rgb(255, 100, 0)).to(daw)
