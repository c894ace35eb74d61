def a = remember('count', 0)
def b = remember('count', 1)
