package roadcase.cli;

/**
 * One line of the doctor.
 *
 * @param fine whether nothing is to be done
 * @param what what was looked at, with what was found
 * @param todo what to do, or empty
 */
record Symptom(boolean fine, String what, String todo) {
    static Symptom ok(String what) {
        return new Symptom(true, what, "");
    }

    static Symptom toDo(String what, String todo) {
        return new Symptom(false, what, todo);
    }

    String line() {
        return fine ? "ok     " + what : "to do  " + what + "\n         " + todo;
    }
}
