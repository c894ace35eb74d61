def apc = device(ApcMini)
bind 'ApcMini', to: 'APC MINI'
apc.grid.scroll 'TONIGHT', rgb(255, 100, 0), 80.ms
