def apc = device(ApcMini)

apc.grid.toggles().colours(on: BLUE).to(output('DAW'))
