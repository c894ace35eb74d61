package roadcase.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Rings when something happens in a folder. What rings too often costs a look; what never rings costs time. */
interface Bell {
    /**
     * Hangs in these folders and in no others. A folder that is not there is passed over.
     *
     * @throws IOException where the system gives no more watches
     */
    void hang(Set<Path> folders) throws IOException;

    /**
     * Waits for something that happens to a path that concerns the caller.
     *
     * @return true when it rang, false when the time is over
     */
    boolean await(long nanos, Predicate<Path> concerns) throws InterruptedException;

    void close();

    interface Maker {
        Bell make() throws IOException;
    }

    /** Never rings: for systems that have no bells, or have none left. */
    final class Silent implements Bell {
        @Override
        public void hang(Set<Path> folders) {
            // nowhere: the caller looks by itself
        }

        @Override
        public boolean await(long nanos, Predicate<Path> concerns) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return false;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
