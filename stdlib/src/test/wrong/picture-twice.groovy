def apc = device(ApcMini)
apc.grid.animate(50.ms) { frame -> frame.clear() }
apc.grid.scroll 'TONIGHT', GREEN, 80.ms
