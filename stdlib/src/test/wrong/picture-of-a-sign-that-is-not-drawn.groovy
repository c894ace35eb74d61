def apc = device(ApcMini)
apc.grid.scroll 'TONIGHT ☃', GREEN, 80.ms
