package roadcase.osc;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be set and has not yet been confirmed: sent, asked back once it has been quiet for a moment, sent again where
 * it got lost. Of several wishes for one value only the latest is sent. One thread.
 */
final class MirrorSets {
    /** Between two sets of one value. */
    private static final long PACE = 10_000_000L;
    /** From the last set to the question how it stands. */
    private static final long SETTLE = 30_000_000L;
    private static final long PATIENCE = 100_000_000L;
    private static final int MOST_TRIES = 20;
    private static final int MOST_SENDS = 5;

    enum Verdict { NOTHING, CONFIRMED }

    private static final class Wish {
        final int number;
        Object wanted;
        boolean unsent = true;
        long sentAt = Long.MIN_VALUE / 2;
        long askAt;
        long askedAt = Long.MIN_VALUE / 2;
        boolean asked;
        int sends;
        int questions;
        /** Somebody else moved it meanwhile: what stands is asked for, and nothing is sent any more. */
        boolean theirs;

        Wish(int number) {
            this.number = number;
        }
    }

    private final Mirror mirror;
    private final List<Wish> wishes = new ArrayList<>();

    MirrorSets(Mirror mirror) {
        this.mirror = mirror;
    }

    void want(long now, int number, Object value) {
        Wish wish = of(number);
        if (wish == null) wishes.add(wish = new Wish(number));
        wish.wanted = value;
        wish.unsent = true;
        wish.theirs = false;
        wish.sends = 0;
        wish.questions = 0;
    }

    private Wish of(int number) {
        for (Wish wish : wishes) if (wish.number == number) return wish;
        return null;
    }

    /** The unit says how a value stands. */
    Verdict heard(long now, int number, Object value) {
        Wish wish = of(number);
        if (wish == null) return Verdict.NOTHING;
        if (!wish.unsent && mirror.protocol().same(mirror.address(number), wish.wanted, value)) {
            wishes.remove(wish);
            return Verdict.CONFIRMED;
        }
        if (wish.theirs && wish.asked) {
            wishes.remove(wish);
        } else if (!wish.asked) {
            // It may answer what was asked before the last set, and then it says nothing.
            if (now - wish.askedAt < PATIENCE) return Verdict.NOTHING;
            wish.theirs = true;
            wish.unsent = false;
            wish.askAt = now + SETTLE;
        } else if (wish.sends >= MOST_SENDS) {
            wishes.remove(wish);
            mirror.listener().notSet(now, number, wish.wanted, value);
        } else {
            wish.unsent = true;
        }
        return Verdict.NOTHING;
    }

    /** The unit is gone. */
    void stop(long now) {
        for (Wish wish : wishes) mirror.listener().notSet(now, wish.number, wish.wanted, null);
        wishes.clear();
    }

    long due(long now, Mirror.Sender to) {
        long then = Long.MAX_VALUE;
        for (int i = wishes.size() - 1; i >= 0; i--) {
            Wish wish = wishes.get(i);
            if (wish.questions > MOST_TRIES) {
                wishes.remove(i);
                mirror.listener().notSet(now, wish.number, wish.wanted, null);
                continue;
            }
            then = Math.min(then, due(now, wish, to));
        }
        return then;
    }

    private long due(long now, Wish wish, Mirror.Sender to) {
        String address = mirror.address(wish.number);
        if (wish.unsent) {
            if (now - wish.sentAt < PACE) return wish.sentAt + PACE;
            to.send(mirror.protocol().set(address, wish.wanted));
            wish.unsent = false;
            wish.asked = false;
            wish.sends++;
            wish.sentAt = now;
            wish.askAt = now + SETTLE;
            mirror.fresh(now, wish.number);
        } else if (now >= wish.askAt) {
            to.send(mirror.protocol().get(address));
            wish.asked = true;
            wish.askedAt = now;
            wish.questions++;
            wish.askAt = now + PATIENCE;
        }
        return wish.askAt;
    }
}
