def apc = device(ApcMini)
apc.grid.scroll 'TONIGHT', GREEN, 0.5.beats
