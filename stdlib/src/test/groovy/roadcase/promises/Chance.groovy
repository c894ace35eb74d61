package roadcase.promises

import groovy.transform.CompileStatic

/** Dice. Equal seeds throw equal things. */
@CompileStatic
class Chance {
    private final SplittableRandom random

    Chance(long seed) {
        random = new SplittableRandom(seed)
    }

    /** 0 to below. */
    int upTo(int below) {
        random.nextInt(below)
    }

    int from(int low, int high) {
        low + random.nextInt(high - low + 1)
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        random.nextInt(times) == 0
    }

    public <T> T of(List<T> list) {
        list.get(random.nextInt(list.size()))
    }
}
