@Deprecated
def keys = input('Keystation')
