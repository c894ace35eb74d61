def apc = device(ApcMini)
bind 'ApcMini', to: 'APC MINI'

apc.grid.clips {
    layout '''
        x . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
        . . . . . . . .
    '''
    colours ready: rgb(255, 100, 0)
}
