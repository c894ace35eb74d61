def apc = device(ApcMini)

apc.grid.toggles().colours(on: GREEN.brightness(120)).to(output('DAW'))
