def apc = device(ApcMini)

apc.grid.pad(9, 1).toggles().to(output('DAW'))
