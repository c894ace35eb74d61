package roadcase.cli;

/**
 * One line of the doctor.
 *
 * @param fine whether nothing is to be done
 * @param what what was looked at, with what was found
 * @param todo what to do, or empty
 */
record Finding(boolean fine, String what, String todo) {
    static Finding ok(String what) {
        return new Finding(true, what, "");
    }

    static Finding toDo(String what, String todo) {
        return new Finding(false, what, todo);
    }

    String line() {
        return fine ? "ok     " + what : "to do  " + what + "\n         " + todo;
    }
}
