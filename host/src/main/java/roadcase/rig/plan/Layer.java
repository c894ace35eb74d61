package roadcase.rig.plan;

/** A place in a script in which what is written holds only at times. */
public sealed interface Layer {
    /** A page of a device. */
    record Page(String device, String page) implements Layer {
        @Override
        public String toString() {
            return "page " + page;
        }
    }

    /** A bank of a group. */
    record Bank(String group, String bank) implements Layer {
        @Override
        public String toString() {
            return group + " / " + bank;
        }
    }

    /** Every bank of a group; what a single bank says beats it. */
    record EveryBank(String group) implements Layer {
        @Override
        public String toString() {
            return group + " / every bank";
        }
    }

    /** While a preset is on. */
    record Preset(String preset) implements Layer {
        @Override
        public String toString() {
            return "preset " + preset;
        }
    }

    /** While a button is held. */
    record Held(String device, String control) implements Layer {
        @Override
        public String toString() {
            return "holding " + control;
        }
    }
}
